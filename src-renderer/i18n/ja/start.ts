import type { start as en } from '../en/start.ts';
import type { Translation } from '../translation.ts';

export const start: Translation<typeof en> = {
  newProjectName: '検査',
};
