import * as z from 'zod';

/** Axis-parallel box in pixels of the inspected image; x, y is the top left pixel. */
export const boxSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Box = z.infer<typeof boxSchema>;

/** An atom that a region asked for: its index in the scale's dictionary, and its share of the code's energy in [0, 1]. */
export const atomUseSchema = z.object({
  scale: z.number().int().nonnegative(),
  atom: z.number().int().nonnegative(),
  share: z.number(),
});

/** Where a part differs from good parts: connected pixels whose evidence exceeds the threshold. */
export const regionSchema = z.object({
  /** 1 is the strongest of its part. */
  rank: z.number().int().positive(),
  box: boxSchema,
  /** Pixels of the inspected image. */
  area: z.number().int().positive(),
  /** The most unlikely pixel; value in -log10 of the false-alarm rate. */
  peak: z.object({ x: z.number().int(), y: z.number().int(), value: z.number() }),
  /** Mean evidence over the region, in -log10 of the false-alarm rate. */
  mean: z.number(),
  /** The indicator that contributed most at the peak. */
  indicator: z.string(),
  /** Atoms asked for at the peak, most used first. */
  atoms: z.array(atomUseSchema),
  /** Mean intensity found and expected over the region, in [0, 1]. */
  intensity: z.object({ found: z.number(), expected: z.number() }),
});
export type DefectRegion = z.infer<typeof regionSchema>;
