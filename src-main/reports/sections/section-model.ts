import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { ReportLogo } from '../../../src-shared/domain/report.ts';
import type { HistogramChart } from '../chart/histogram-chart.ts';
import type { PodChart } from '../chart/pod-chart.ts';
import type { SignalChart } from '../chart/signal-chart.ts';

/**
 * What a report says, before anyone decides how it looks: the printed formats (HTML, PDF) draw these blocks in this
 * order. All texts are final, in the report's language, and not yet escaped for any format.
 */
export interface ReportModel {
  language: 'en' | 'ja';
  title: string;
  /** Project, part number and batch in one line, for the head of each page and the document's properties. */
  subject: string;
  author: string;
  software: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** The creation date as the report's language writes it. */
  created: string;
  pageNumber: (page: string, pages: string) => string;
  logo: ReportLogo | null;
  cover: Fact[];
  sections: Section[];
}

/** A heading with its blocks. Level 2 sections belong to the level 1 section before them. */
export interface Section {
  /** Unique in the report; the target of links. */
  id: string;
  level: 1 | 2;
  title: string;
  startsPage: boolean;
  blocks: Block[];
}

export type Block =
  | FactsBlock
  | CountsBlock
  | HistogramBlock
  | PodBlock
  | SignalBlock
  | TableBlock
  | TextBlock
  | DecisionBlock
  | PicturesBlock;

/** The outcome for a file: a decision, or that there is none because the file could not be read. */
export type Outcome = Decision | 'unreadable';

export interface Fact {
  label: string;
  value: string;
  /** Takes the whole width rather than one of two columns. */
  wide?: true;
}

export interface FactsBlock {
  kind: 'facts';
  title: string | null;
  facts: Fact[];
}

/** The big numbers. */
export interface CountsBlock {
  kind: 'counts';
  counts: { outcome: Outcome; word: string; count: string; share: string }[];
  caption: string;
}

export interface HistogramBlock {
  kind: 'histogram';
  chart: HistogramChart;
  caption: string;
  /** For readers who cannot see the drawing. */
  description: string;
}

export interface PodBlock {
  kind: 'pod';
  chart: PodChart;
  caption: string;
  /** For readers who cannot see the drawing. */
  description: string;
}

export interface SignalBlock {
  kind: 'signal';
  chart: SignalChart;
  caption: string;
  /** For readers who cannot see the drawing. */
  description: string;
}

export interface Column {
  title: string;
  align: 'start' | 'end';
  /** Width relative to the other columns of the table. */
  width: number;
}

export interface Cell {
  text: string;
  /** Draws the outcome's mark before the text. */
  outcome?: Outcome;
  /** Id of the section that the text links to. */
  link?: string;
}

export interface TableBlock {
  kind: 'table';
  caption: string;
  columns: Column[];
  /** Each row has one cell per column; the first cell is the row's heading. */
  rows: Cell[][];
}

export interface TextBlock {
  kind: 'text';
  style: 'plain' | 'numbered';
  paragraphs: string[];
}

/** The decision on one part and its reason, with the figures that it rests on. */
export interface DecisionBlock {
  kind: 'decision';
  outcome: Outcome;
  word: string;
  reason: string;
  figures: Fact[];
}

export interface ReportPicture {
  title: string;
  /** A second, quieter line under the title, if any. */
  note: string;
  description: string;
  /** JPEG or PNG. */
  bytes: Uint8Array;
  /** Of the bytes, in pixels. */
  width: number;
  height: number;
}

/** The pictures of one part, all of one aspect ratio, and the colour scale of its heat map. */
export interface PicturesBlock {
  kind: 'pictures';
  pictures: ReportPicture[];
  legend: { title: string; hint: string; colours: string[]; ticks: { position: number; label: string }[] };
}
