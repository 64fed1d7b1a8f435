import { z } from 'zod';

const written = z
  .stringFormat('WIDTHxHEIGHT', /^\d+x\d+$/)
  .default('1280x800')
  .parse(process.env.SPARSIGHT_WINDOW_SIZE);
const [width, height] = written.split('x').map(Number) as [number, number];

/** Of windows in tests, in CSS pixels; SPARSIGHT_WINDOW_SIZE=1920x1080 shows all of them large. */
export const windowSize = { width, height } as const;
