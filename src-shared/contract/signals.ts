import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { decisionSchema, limitsSchema } from '../domain/decision.ts';
import { encodingNames, separators, signalFaults, signalMethods } from '../domain/signal.ts';
import { errorDetailsSchema } from './error.ts';
import { jobProgressSchema } from './job.ts';
import { reportOutcomeSchema } from './outcomes.ts';
import { arraySchema, procedure } from './procedure.ts';
import { reportRequestSchema } from './requests.ts';

const path = z.string().min(1);
const paths = z.array(path).min(1);
const seed = z.number().int().min(0).max(0xffffffff).default(0);
const count = z.number().int().nonnegative();
/** A name of the caller's choice, under which `progress` tells how far the work is. */
const progressId = z.string().min(1).max(100);

const signalColumnSchema = z.object({
  name: z.string(),
  /** From the heading in brackets or from a row of units. */
  unit: z.string().nullable(),
  /** Numbers in the column; missing ones are not among them. */
  samples: count,
  /** Empty cells and those without a number. */
  missing: count,
  /** Null where there is no number. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  constant: z.boolean(),
  /** Why it cannot be looked into; null where it can. */
  problem: errorDetailsSchema.nullable(),
});
export type SignalColumn = z.infer<typeof signalColumnSchema>;

export const signalFileSchema = z.object({
  path: z.string(),
  name: z.string(),
  bytes: count,
  encoding: z.enum(encodingNames),
  separator: z.enum(separators),
  decimal: z.enum(['.', ',']),
  /** Rows of numbers. */
  rows: count,
  /** The column that counts time evenly, if any, and the time from one row to the next. */
  time: z.object({ name: z.string(), unit: z.string().nullable(), interval: z.number() }).nullable(),
  /** All others. */
  columns: z.array(signalColumnSchema),
});
export type SignalFile = z.infer<typeof signalFileSchema>;

const signalChangeSchema = z.object({
  /** The sample at which the new piece begins. */
  place: count,
  /** In the unit of the time column; null without one. */
  time: z.number().nullable(),
  /** Of a step in the unit of the column; of a bend the change of slope per sample, of a trend of parabolas the change of curvature. */
  size: z.number(),
});

export const signalDescriptionSchema = z.object({
  path: z.string(),
  column: z.string(),
  unit: z.string().nullable(),
  samples: count,
  /** Missing samples that were filled in between their neighbours. */
  filled: count,
  time: signalFileSchema.shape.time,
  /** Samples that each point of the series stands for: the mean over them. */
  reducedBy: count,
  /** [2 x points]: what was measured, what was fitted. */
  series: arraySchema,
  changes: z.array(signalChangeSchema),
  /** Standard deviation of the noise, in the unit of the column. */
  noise: z.number(),
  /** The one used, the one that follows from the signal alone, and the range worth trying by orders of magnitude. */
  penalty: z.object({
    value: z.number(),
    standard: z.number(),
    least: z.number(),
    most: z.number(),
  }),
});
export type SignalDescription = z.infer<typeof signalDescriptionSchema>;

const inspectSignalsSchema = z.object({
  /** Files or folders of good signals. */
  good: paths,
  /** Files or folders to inspect. */
  inspected: paths,
  column: z.string().min(1),
  /** Samples that are looked at together; found from the good signals when left out. */
  windowLength: z.number().int().min(8).max(512).optional(),
  falseRejectRate: z.number().min(0.0001).max(0.5).default(0.02),
  reviewRate: z.number().min(0.0001).max(0.5).default(0.05),
  seed,
  progressId: progressId.optional(),
});
export type InspectSignals = z.infer<typeof inspectSignalsSchema>;

const signalMarkSchema = z.object({
  /** First sample, and the one after the last. */
  from: count,
  to: count,
  /** What the score of the signal would be, were this its worst place. */
  score: z.number(),
  /** What is unlike good signals there. */
  fault: z.enum(signalFaults),
});

const signalResultSchema = z.object({
  path: z.string(),
  name: z.string(),
  sha256: z.string(),
  decision: decisionSchema,
  /** -log10 of the false-alarm rate of the whole signal. */
  score: z.number(),
  samples: count,
  time: signalFileSchema.shape.time,
  /** Samples by which the cycle begins later than good ones usually do; null where cycles are compared as they lie. */
  shift: z.number().int().nullable(),
  /** Where it cannot be rebuilt, in order of place. */
  marks: z.array(signalMarkSchema),
  /** Samples that each point of the series stands for: of them it is the one least like what was rebuilt. */
  reducedBy: count,
  /** [3 x points]: what was measured, what was rebuilt, and the score of each place. */
  series: arraySchema,
  /**
   * [2 x points]: between what 95 % of the good cycles lie at the same moment, NaN where fewer than half of them reach; null
   * where only shapes are compared.
   */
  usual: arraySchema.nullable(),
});
export type SignalResult = z.infer<typeof signalResultSchema>;

export const signalInspectionSchema = z.object({
  column: z.string(),
  unit: z.string().nullable(),
  /**
   * Cycles begin at the same moment and are compared sample by sample as well; of continuous signals only the shapes
   * count; stretches of equal length stand in for cycles, and the longer a signal is, the more has to be unusual.
   */
  arrangement: z.enum(['cycles', 'continuous']),
  /** Samples of a cycle (their median), or of a stretch. */
  partLength: count,
  windowLength: count,
  stride: count,
  /**
   * Cycles are shifted by at most so many samples onto the usual course of good ones before they are compared; null where
   * good ones agree as they lie.
   */
  mostShift: count.nullable(),
  /** Most used first. */
  dictionary: z.object({
    /** [atoms x windowLength] */
    atoms: arraySchema,
    usage: z.array(z.number()),
  }),
  limits: limitsSchema,
  falseRejectRate: z.number(),
  /** Places whose score reaches this are marked. */
  markFrom: z.number(),
  good: z.object({
    files: count,
    /** Cycles or stretches that the limits follow from. */
    parts: count,
    windows: count,
    /** Of each part, by a dictionary that had not seen it. */
    scores: z.array(z.number()),
  }),
  counts: z.object({
    total: count,
    pass: count,
    review: count,
    reject: count,
    unreadable: count,
  }),
  results: z.array(signalResultSchema),
  /** Files that could be neither learnt from nor inspected. */
  problems: z.array(errorDetailsSchema),
  seconds: z.number(),
});
export type SignalInspection = z.infer<typeof signalInspectionSchema>;

/** Process signals from CSV files. Keeps nothing, changes no file; ends when its caller no longer waits. */
export const signalsContract = {
  /** The files of tables in folders. */
  list: procedure.input(z.object({ paths })).output(z.object({ files: z.array(z.string()) })),
  /** How far work is, from before it begins until it ends or nobody listens any more. */
  progress: procedure.input(z.object({ progressId })).output(eventIterator(jobProgressSchema)),
  /** What files hold; folders stand for the files of tables in them. */
  read: procedure.input(z.object({ paths, progressId: progressId.optional() })).output(
    z.object({
      files: z.array(signalFileSchema),
      /** Columns that every readable file has and that can be looked into, in the order of the first. */
      columns: z.array(z.string()),
      /** Files that cannot be read. */
      problems: z.array(errorDetailsSchema),
    }),
  ),
  /** A signal as few pieces, and where they meet. */
  describe: procedure
    .input(
      z.object({
        path,
        column: z.string().min(1),
        method: z.enum(signalMethods).default('steps'),
        /** Found from the signal when left out. */
        penalty: z.number().positive().optional(),
      }),
    )
    .output(signalDescriptionSchema),
  /** Learns what windows of good signals are made of, and marks the windows of others that cannot be rebuilt. */
  inspect: procedure.input(inspectSignalsSchema).output(signalInspectionSchema),
  /** Inspects, and writes the report. */
  report: procedure
    .input(
      inspectSignalsSchema.extend({
        format: reportRequestSchema.shape.format,
        out: reportRequestSchema.shape.out,
        language: reportRequestSchema.shape.language,
        fields: reportRequestSchema.shape.fields,
      }),
    )
    .output(reportOutcomeSchema.extend({ inspection: signalInspectionSchema })),
  /** Writes tightening curves of screws to try things on, good ones and others. */
  samples: procedure
    .input(
      z.object({
        /** A new temporary folder when left out. */
        out: path.optional(),
        seed,
      }),
    )
    .output(
      z.object({
        folder: z.string(),
        good: z.string(),
        inspected: z.string(),
        column: z.string(),
        files: count,
      }),
    ),
};
