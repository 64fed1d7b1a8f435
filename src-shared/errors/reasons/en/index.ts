import { files } from './files.ts';
import { general } from './general.ts';
import { images } from './images.ts';
import { parts } from './parts.ts';
import { projects } from './projects.ts';
import { signals } from './signals.ts';

/** What can go wrong, and what to do next, in English. Values stand in braces. */
export const en = { ...general, ...files, ...images, ...parts, ...projects, ...signals } as const;
