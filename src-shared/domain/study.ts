import * as z from 'zod';

/** Kinds of defects that are put into good parts to find out what a model can see. */
export const defectKinds = ['scratch', 'pit', 'stain', 'blur', 'missing'] as const;
export const defectKindSchema = z.enum(defectKinds);
export type DefectKind = z.infer<typeof defectKindSchema>;

/** How strongly a scratch, a pit or a stain differs in brightness from the part around it. */
export const contrastNameSchema = z.enum(['faint', 'clear']);
export type ContrastName = z.infer<typeof contrastNameSchema>;

/*
 * Studies also come from model files that anybody may have written. What no study reaches is refused, so that whoever
 * draws one need not fear curves without end or sizes that overflow.
 */
const count = z.number().int().nonnegative();
const mostPoints = 10_000;

/** In pixels of the picture. */
const size = z.number().min(1e-3).max(1e6);
export const millimetresPerPixelSchema = z.number().min(1e-9).max(1e6);
const probability = z.number().min(0).max(1);
const podPoints = z.array(z.object({ size, probability })).max(mostPoints);

/** How often a kind of defect is found, by its size in pixels of the picture. */
export const podSchema = z.object({
  kind: defectKindSchema,
  /** Null for kinds that have none. */
  contrast: contrastNameSchema.nullable(),
  /** See `HitMissOutcome`. */
  outcome: z.enum(['fitted', 'separated', 'all-found', 'none-found', 'no-trend']),
  trials: count,
  hits: count,
  /** Null where they are not among the sizes that were tried. */
  a50: size.nullable(),
  a90: size.nullable(),
  /** Found 90 % of the time with 95 % confidence. */
  a90At95: size.nullable(),
  curve: podPoints,
  /** Lower 95 % confidence bound. */
  bound: podPoints,
  /** Every defect that was tried: its size, and whether the part was rejected. */
  tried: z.array(z.object({ size, hit: z.boolean() })).max(mostPoints),
});
export type Pod = z.infer<typeof podSchema>;

/** What a model can see: synthetic defects in good parts that it has not learnt from. */
export const detectionStudySchema = z.object({
  /** Good parts that defects were put into. */
  parts: count,
  /** Whether those parts were kept from what the rest was compared with; with very few parts they are not. */
  heldOut: z.boolean(),
  /** Score from which a part was rejected. */
  limit: z.number(),
  /** Sizes that were tried, in pixels. */
  smallest: size,
  largest: size,
  /** Size of a pixel when it is known. */
  millimetresPerPixel: millimetresPerPixelSchema.nullable(),
  /** Contrasts by name: change of brightness as a share of the part's range from dark to bright. */
  contrasts: z.record(contrastNameSchema, z.number()),
  pods: z.array(podSchema).min(1).max(100),
  seed: z.number().int(),
  seconds: z.number().nonnegative(),
});
export type DetectionStudy = z.infer<typeof detectionStudySchema>;

/** By this share the evidence that is needed to reject a part has to fall for further images to be worth it. */
export const worthwhileGain = 0.05;

/** How the evidence that is needed to reject a part falls with the number of good images. */
export const imagesStudySchema = z.object({
  /** Good parts of the model. */
  images: count,
  points: z
    .array(
      z.object({
        images: count,
        /** Evidence of good parts that had not been seen: median, and what is rejected from, as shares of the latter today. */
        typical: z.number(),
        limit: z.number(),
      }),
    )
    .max(mostPoints),
  /** The fitted curve from the fewest images to twice as many as there are. */
  curve: z.array(z.object({ images: z.number(), limit: z.number() })).max(mostPoints),
  /** How much lower the limit would be with twice as many images, as a share. */
  gainOfDoubling: z.number(),
  /** Further images that would lower the limit by `worthwhileGain`; 0 when even doubling them would not. */
  moreImages: count,
  seed: z.number().int(),
  seconds: z.number().nonnegative(),
});
export type ImagesStudy = z.infer<typeof imagesStudySchema>;
