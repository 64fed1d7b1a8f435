import * as z from 'zod';
import { arraySchema, id, procedure } from './procedure.ts';

export const experimentNames = [
  'sparse-recovery',
  'trend-filtering',
  'fused-lasso',
  'image-dictionary',
  'receptive-fields',
  'inpainting',
  'compressed-sensing',
  'total-variation',
] as const;
export type ExperimentName = (typeof experimentNames)[number];

/** Ways to a dictionary; the DCT is fixed, to compare them with. */
export const dictionaryMethods = ['ksvd', 'online', 'mod', 'olshausen-field', 'dct'] as const;
const dictionaryMethodSchema = z.enum(dictionaryMethods);
export type DictionaryMethod = z.infer<typeof dictionaryMethodSchema>;

const experimentNameSchema = z.enum(experimentNames);

/** The one quantity of an experiment that is worth trying out. */
export const experimentSettingSchema = z.object({
  quantity: z.enum(['penalty', 'penaltyShare', 'missing', 'measured', 'noise']),
  least: z.number(),
  most: z.number(),
  /** Between two values; null where values are tried by their orders of magnitude. */
  step: z.number().nullable(),
  standard: z.number(),
});
export type ExperimentSetting = z.infer<typeof experimentSettingSchema>;

export const experimentSchema = z.object({
  name: experimentNameSchema,
  setting: experimentSettingSchema,
  /** Whether it can be run on an image of the project, or any image file. */
  takesImage: z.boolean(),
  /** Ways to its dictionary, the standard one first; empty where it has one way only. */
  methods: z.array(dictionaryMethodSchema),
});
export type Experiment = z.infer<typeof experimentSchema>;

const figureSchema = z.object({
  name: z.enum([
    'lassoCorrect',
    'ompCorrect',
    'errorBefore',
    'errorAfter',
    'knots',
    'changes',
    'trueChanges',
    'psnr',
    'ssim',
    'psnrBefore',
    'psnrDct',
    'psnrKsvd',
    'psnrTotalVariation',
    'psnrWavelets',
    'psnrBlur',
    'atomsPerPatch',
    'zeros',
    'objective',
  ]),
  value: z.number(),
  unit: z.enum(['none', 'count', 'decibel', 'share']),
  /** What the value is a part of: 18 of 20. */
  of: z.number().optional(),
});
export type LaboratoryFigure = z.infer<typeof figureSchema>;

const seriesSchema = z.object({
  name: z.enum([
    'truth',
    'lasso',
    'omp',
    'clean',
    'noisy',
    'found',
    'objective',
    'usage',
    'sparsity',
    'activity',
  ]),
  x: z.array(z.number()),
  y: z.array(z.number()),
});

const chartSchema = z.object({
  name: z.enum(['weights', 'signal', 'objective', 'usage', 'sparsity', 'activity']),
  /** Steps are the counts of bins around x. */
  kind: z.enum(['lines', 'points', 'steps']),
  series: z.array(seriesSchema),
});
export type LaboratoryChart = z.infer<typeof chartSchema>;

const pictureSchema = z.object({
  name: z.enum([
    'original',
    'damaged',
    'noisy',
    'rebuilt',
    'codeLengths',
    'byDct',
    'byKsvd',
    'measured',
    'zeroFilled',
    'byTotalVariation',
    'byWavelets',
    'byBlur',
    'atoms',
    'patches',
    'rebuiltPatches',
  ]),
  /** An image has intensities in [0, 1]; of patches, each row of the array is a square one. */
  kind: z.enum(['image', 'patches']),
  array: arraySchema,
});
export type LaboratoryPicture = z.infer<typeof pictureSchema>;

/** What came out, as it is to be drawn. */
export const experimentResultSchema = z.object({
  name: experimentNameSchema,
  seed: z.number().int(),
  setting: z.number(),
  seconds: z.number(),
  figures: z.array(figureSchema),
  charts: z.array(chartSchema),
  pictures: z.array(pictureSchema),
});
export type ExperimentResult = z.infer<typeof experimentResultSchema>;

/** Sparse modelling to try out. Writes nothing; ends when its caller no longer waits. */
export const laboratoryContract = {
  /** The classical experiments, simplest first. */
  experiments: procedure.output(z.array(experimentSchema)),
  run: procedure
    .input(
      z.object({
        name: experimentNameSchema,
        seed: z.number().int().min(0).max(0xffffffff).default(0),
        /** The standard one when left out. */
        setting: z.number().optional(),
        /** An image of the open project, of which the middle is taken; a made-up picture when left out. */
        imageId: id.optional(),
        /** An image file, in place of an image of the project. */
        imagePath: z.string().min(1).optional(),
        /** The first that the experiment lists when left out. */
        method: dictionaryMethodSchema.optional(),
        /** A model of the open project whose finest dictionary is taken instead of learning one. */
        modelId: id.optional(),
      }),
    )
    .output(experimentResultSchema),
};
