import { common } from './common.ts';
import { evaluate } from './evaluate.ts';
import { help } from './help.ts';
import { images } from './images.ts';
import { inspect } from './inspect.ts';
import { laboratory } from './laboratory.ts';
import { learn } from './learn.ts';
import { part } from './part.ts';
import { reports } from './reports.ts';
import { settings } from './settings.ts';
import { signals } from './signals.ts';
import { start } from './start.ts';
import { study } from './study.ts';

export const en = {
  common,
  evaluate,
  help,
  images,
  inspect,
  laboratory,
  learn,
  part,
  reports,
  settings,
  signals,
  start,
  study,
};
