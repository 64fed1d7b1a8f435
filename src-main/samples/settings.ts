import * as z from 'zod';
import defaults from '../../assets/sample-parts.json' with { type: 'json' };
import { hasGlyph } from './design/stroke-font.ts';

/** What can be wrong with a sample part; also the names of the folders below `test` and `ground_truth`. */
export const defectTypes = ['scratch', 'dent', 'stain', 'missing-feature', 'shifted-feature'] as const;
export type DefectType = (typeof defectTypes)[number];
export type PartKind = 'good' | DefectType;

const count = z.number().int().min(0).max(100_000);

export const sampleSettingsSchema = z.strictObject({
  /** How the face was finished: on a lathe (concentric grooves) or by a belt (parallel lines). */
  family: z.enum(['turned-disc', 'brushed-plate']),
  /** Edge of the square photograph, in pixels; the part grows with it. */
  size: z.number().int().min(160).max(2048),
  /** Engraved on every part. */
  partNumber: z
    .string()
    .min(1)
    .max(8)
    .refine((text) => Array.from(text).every(hasGlyph), {
      message: 'partNumber may have capital letters, digits, and -',
    }),
  /** How much good parts differ from one another. */
  variation: z.strictObject({
    /** The part lies within this distance of the centre along each axis, in pixels of a 400 pixel photograph. */
    shift: z.number().min(0).max(8),
    /** The part lies within this angle of straight, in degrees. */
    rotation: z.number().min(0).max(3),
    /** Standard deviation of the exposure, as a share of it. */
    exposure: z.number().min(0).max(0.2),
    /** How far the light moves and changes: 0 not at all, 1 as on a bench that people walk past. */
    lighting: z.number().min(0).max(2),
    /** Sensor noise relative to a clean industrial camera. */
    noise: z.number().min(0).max(5),
  }),
  /** Parts of each kind in a whole set. */
  counts: z.strictObject({
    trainGood: count,
    testGood: count,
    scratch: count,
    dent: count,
    stain: count,
    'missing-feature': count,
    'shifted-feature': count,
  }),
});

/** What the generator needs to know to make a set of sample parts. */
export type SampleSettings = z.infer<typeof sampleSettingsSchema>;

/** The settings in assets/sample-parts.json: what the demonstration makes. */
export const defaultSampleSettings: SampleSettings = sampleSettingsSchema.parse(defaults);
