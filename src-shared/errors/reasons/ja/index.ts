import type { ReasonTexts } from '../reason-texts.ts';
import { files } from './files.ts';
import { general } from './general.ts';
import { images } from './images.ts';
import { parts } from './parts.ts';
import { projects } from './projects.ts';
import { signals } from './signals.ts';

/** The same in Japanese. */
export const ja: ReasonTexts = { ...general, ...files, ...images, ...parts, ...projects, ...signals };
