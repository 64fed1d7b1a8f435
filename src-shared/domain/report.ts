import type { Decision, Limits } from './decision.ts';
import type { ModelStudies } from './model-studies.ts';
import type { Recipe } from './recipe.ts';
import type { DefectRegion } from './region.ts';

export type ReportLanguage = 'en' | 'ja';
export const reportFormats = ['pdf', 'html', 'csv', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What the engineer writes on the cover; empty fields are left out of the report. */
export interface ReportFields {
  customer: string;
  partNumber: string;
  batch: string;
  operator: string;
  remarks: string;
}

/** The mark on the cover: a PNG file and its size in pixels. */
export interface ReportLogo {
  png: Uint8Array;
  width: number;
  height: number;
}

/** One line of the table of parts. */
export interface ReportPart {
  name: string;
  path: string;
  sha256: string;
  decision: Decision;
  /** -log10 of the false-alarm rate of the whole part. */
  score: number;
  /** Decibels, against the expected part. */
  psnr: number;
  /** Structural similarity against the expected part, in [-1, 1]. */
  ssim: number;
  regionCount: number;
  /** What a classifier of labelled parts says, in [0, 1]. @default none has been asked */
  defectProbability?: number | null;
  /** Label known beforehand (good, or a defect type), if any. */
  label: string | null;
  /** What a person decided about the part, if anyone has. */
  verdict: { decision: 'accept' | 'reject' | 'unsure'; comment: string; by: string; at: string } | null;
  /** Why the part was decided as it was, in one sentence of the report's language. */
  reason: string;
}

/** A rejected or reviewed part on its own page. Pictures are PNG files, empty for formats that show none. */
export interface ReportDetail extends ReportPart {
  /** Of the inspected image, in pixels; the pictures may be smaller, but have its aspect ratio. */
  width: number;
  height: number;
  image: Uint8Array;
  /** The part with the heat map over it and region outlines. */
  heatMap: Uint8Array;
  /** What a good part would have looked like there. */
  expected: Uint8Array;
  regions: DefectRegion[];
  /** For each region, what is seen there, in one sentence of the report's language. */
  regionReasons: string[];
}

/** What every report says, whatever was inspected. Dates are ISO 8601 in UTC. */
export interface ReportBase {
  language: ReportLanguage;
  /** IANA name of the zone in which the report shows dates. @default 'UTC' */
  timeZone?: string | undefined;
  createdAt: string;
  /** Empty where no project was open. */
  project: { name: string; path: string };
  fields: ReportFields;
  /** @default none */
  logo?: ReportLogo | null;
  software: { name: string; version: string; components: Record<string, string> };
  run: { startedAt: string };
  limits: Limits;
  /** Stated share of good parts beyond the reject limit. */
  falseRejectRate: number;
  counts: { total: number; pass: number; review: number; reject: number; unreadable: number };
  /** Counts of parts by score; `edges` has one more entry than each count list. `good` is the held-out training parts. */
  histogram: { edges: number[]; inspected: number[]; good: number[] };
  /** The parts that are shown one by one. */
  details: unknown[];
  unreadable: { path: string; reason: string }[];
}

/** Everything a report on the inspection of images says, in one model that every format renders. */
export interface ReportDocument extends ReportBase {
  model: {
    id: number;
    hash: string;
    createdAt: string;
    trainImages: number;
    trainPatches: number;
    trainSeconds: number;
    seed: number;
    recipe: Recipe;
  };
  run: { id: number; startedAt: string; seconds: number; imagesPerSecond: number };
  /** What was found out about the model, if anybody has asked. @default nothing */
  studies?: ModelStudies;
  /** Colour scale of the heat maps: evidence from `min` to `max` in -log10 false-alarm rate, as '#rrggbb' from low to high. */
  legend: { min: number; max: number; colours: string[] };
  parts: ReportPart[];
  details: ReportDetail[];
}
