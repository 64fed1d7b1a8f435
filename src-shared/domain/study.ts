import * as z from 'zod';

/** Kinds of defects that are put into good parts to find out what a model can see. */
export const defectKinds = ['scratch', 'pit', 'stain', 'blur', 'missing'] as const;
export const defectKindSchema = z.enum(defectKinds);
export type DefectKind = z.infer<typeof defectKindSchema>;

/** How strongly a scratch, a pit or a stain differs in brightness from the part around it. */
export const contrastNameSchema = z.enum(['faint', 'clear']);
export type ContrastName = z.infer<typeof contrastNameSchema>;

const size = z.number().positive();
const probability = z.number().min(0).max(1);
const podPoints = z.array(z.object({ size, probability }));

/** How often a kind of defect is found, by its size in pixels of the picture. */
export const podSchema = z.object({
  kind: defectKindSchema,
  /** Null for kinds that have none. */
  contrast: contrastNameSchema.nullable(),
  /** See `HitMissOutcome`. */
  outcome: z.enum(['fitted', 'separated', 'all-found', 'none-found', 'no-trend']),
  trials: z.number().int(),
  hits: z.number().int(),
  /** Null where they are not among the sizes that were tried. */
  a50: size.nullable(),
  a90: size.nullable(),
  /** Found 90 % of the time with 95 % confidence. */
  a90At95: size.nullable(),
  curve: podPoints,
  /** Lower 95 % confidence bound. */
  bound: podPoints,
  /** Every defect that was tried: its size, and whether the part was rejected. */
  tried: z.array(z.object({ size, hit: z.boolean() })),
});
export type Pod = z.infer<typeof podSchema>;

/** What a model can see: synthetic defects in good parts that it has not learnt from. */
export const detectionStudySchema = z.object({
  /** Good parts that defects were put into. */
  parts: z.number().int(),
  /** Whether those parts were kept from what the rest was compared with; with very few parts they are not. */
  heldOut: z.boolean(),
  /** Score from which a part was rejected. */
  limit: z.number(),
  /** Sizes that were tried, in pixels. */
  smallest: size,
  largest: size,
  /** Size of a pixel when it is known. */
  millimetresPerPixel: z.number().positive().nullable(),
  /** Contrasts by name: change of brightness as a share of the part's range from dark to bright. */
  contrasts: z.record(contrastNameSchema, z.number()),
  pods: z.array(podSchema),
  seed: z.number().int(),
  seconds: z.number(),
});
export type DetectionStudy = z.infer<typeof detectionStudySchema>;

/** By this share the evidence that is needed to reject a part has to fall for further images to be worth it. */
export const worthwhileGain = 0.05;

/** How the evidence that is needed to reject a part falls with the number of good images. */
export const imagesStudySchema = z.object({
  /** Good parts of the model. */
  images: z.number().int(),
  points: z.array(
    z.object({
      images: z.number().int(),
      /** Evidence of good parts that had not been seen: median, and what is rejected from, as shares of the latter today. */
      typical: z.number(),
      limit: z.number(),
    }),
  ),
  /** The fitted curve from the fewest images to twice as many as there are. */
  curve: z.array(z.object({ images: z.number(), limit: z.number() })),
  /** How much lower the limit would be with twice as many images, as a share. */
  gainOfDoubling: z.number(),
  /** Further images that would lower the limit by `worthwhileGain`; 0 when even doubling them would not. */
  moreImages: z.number().int(),
  seed: z.number().int(),
  seconds: z.number(),
});
export type ImagesStudy = z.infer<typeof imagesStudySchema>;
