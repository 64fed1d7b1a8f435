import * as z from 'zod';

/** A shape drawn on the reference part, in pixels of the original image. */
export const shapeSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('rectangle'),
      x: z.number(),
      y: z.number(),
      width: z.number().positive(),
      height: z.number().positive(),
    }),
    z.strictObject({
      kind: z.literal('polygon'),
      points: z
        .array(z.tuple([z.number(), z.number()]))
        .min(3)
        .max(10_000),
    }),
    /** The way of a round brush, `width` pixels wide; one point is a dab. */
    z.strictObject({
      kind: z.literal('stroke'),
      points: z
        .array(z.tuple([z.number(), z.number()]))
        .min(1)
        .max(10_000),
      width: z.number().positive(),
    }),
  ],
  { error: 'must be "rectangle", "polygon" or "stroke"' },
);
export type Shape = z.infer<typeof shapeSchema>;

/** How settings go together is only asked once each is sound by itself: one mistake, one message. */
const isSoundSoFar = ({ issues }: z.core.ParsePayload) => issues.length === 0;

/**
 * Everything that decides how a model is learnt and how parts are looked at. Every field has a default that suits
 * most parts; 'auto' is found from the good images themselves.
 */
export const recipeSchema = z
  .strictObject({
    /** Where to look. An empty `inspect` list means the whole image; `ignore` wins over `inspect`. */
    regions: z
      .strictObject({ inspect: z.array(shapeSchema).default([]), ignore: z.array(shapeSchema).default([]) })
      .prefault({}),
    /** 'grey' inspects luminance (ITU-R BT.709), 'colour' tints as well; 'auto' does so where good parts have any. */
    channels: z
      .enum(['auto', 'grey', 'colour'], { error: 'must be "auto", "grey" or "colour"' })
      .default('auto'),
    /** Linear factor applied to the image before looking; 1 keeps every pixel, 'auto' caps the working size. */
    workingScale: z
      .union([z.literal('auto'), z.number().min(0.05).max(1)], {
        error: 'must be "auto" or a number from 0.05 to 1',
      })
      .default('auto'),
    /** 'median' divides by the image's median brightness, 'none' keeps intensities as they are. */
    lighting: z.enum(['median', 'none']).default('median'),
    /** Register parts to a reference part, or not; 'auto' does so when it makes good parts agree better. */
    alignment: z.enum(['auto', 'on', 'off']).default('auto'),
    patch: z
      .strictObject({
        /** Edge of a square patch, in pixels of its scale. */
        size: z.number().int().min(4).max(16).default(8),
        /** Distance between neighbouring patches at the finest scale, in pixels of the working image; not above `size`. */
        stride: z.number().int().min(1).max(16).default(4),
        /** Number of scales; each halves the one before. */
        scales: z.number().int().min(1).max(5).default(4),
      })
      .refine(({ stride, size }) => stride <= size, {
        message: 'must not be above patch.size: pixels between the patches would never be looked at',
        path: ['stride'],
        when: isSoundSoFar,
      })
      .prefault({}),
    dictionary: z
      .strictObject({
        method: z.enum(['approximate-ksvd', 'ksvd', 'online']).default('approximate-ksvd'),
        initialisation: z.enum(['data', 'dct']).default('data'),
        atoms: z.number().int().min(16).max(1024).default(128),
        iterations: z.number().int().min(1).max(200).default(5),
        /** Training patches per scale. */
        patches: z.number().int().min(256).max(1_000_000).default(20_000),
      })
      .refine(({ atoms, patches }) => atoms <= patches, {
        message: 'must not be above dictionary.patches: each atom needs a patch to learn from',
        path: ['atoms'],
        when: isSoundSoFar,
      })
      .prefault({}),
    coder: z
      .strictObject({
        /** The most atoms that one patch may use. */
        nonzeros: z.number().int().min(1).max(32).default(4),
        /** Stop early once the residual's root mean square is below this, in intensity [0, 1]; 0 always uses all. */
        errorTarget: z.number().min(0).max(1).default(0),
      })
      .prefault({}),
    decision: z
      .strictObject({
        /** Share of good parts that may be rejected: the reject limit follows from it. */
        falseRejectRate: z.number().min(0.0001).max(0.5).default(0.02),
        /** Share of good parts that a person may be asked to look at: the review limit follows from it. */
        reviewRate: z.number().min(0.0001).max(0.5).default(0.05),
      })
      .refine((d) => d.reviewRate >= d.falseRejectRate, {
        message: 'must not be below decision.falseRejectRate: what is rejected is reviewed, too',
        path: ['reviewRate'],
        when: isSoundSoFar,
      })
      .prefault({}),
  })
  .refine(({ coder, dictionary, patch }) => coder.nonzeros <= Math.min(dictionary.atoms, patch.size ** 2), {
    message: 'must not be above dictionary.atoms, nor above the number of pixels of a patch',
    path: ['coder', 'nonzeros'],
    when: isSoundSoFar,
  });

export type Recipe = z.infer<typeof recipeSchema>;
/** A recipe as a person writes it: whatever is left out takes its default. */
export type RecipeInput = z.input<typeof recipeSchema>;

export const defaultRecipe: Recipe = recipeSchema.parse({});
