import * as z from 'zod';

/** What the engine's process is told when it is started, as its one argument. */
export const engineStartSchema = z.object({
  settingsFile: z.string(),
  cacheFolder: z.string(),
  logFile: z.string(),
  documentsFolder: z.string(),
  /** One for each core when left out. */
  workers: z.number().int().positive().exactOptional(),
});
export type EngineStart = z.infer<typeof engineStartSchema>;

/** From the main process: a window wants to talk (its port comes with the message), or the engine is to end. */
export type ToEngine = { readonly type: 'connect' } | { readonly type: 'close' };
