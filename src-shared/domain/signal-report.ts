import type { Decision } from './decision.ts';
import type { ReportBase } from './report.ts';
import type { SignalFault, SignalTime } from './signal.ts';

/** A stretch of a signal that is unlike good ones. */
export interface SignalReportMark {
  /** First sample, and the one after the last. */
  from: number;
  to: number;
  /** What the score of the signal would be, were this its worst place. */
  score: number;
  fault: SignalFault;
}

/** One line of the table of signals. */
export interface SignalReportPart {
  name: string;
  path: string;
  sha256: string;
  decision: Decision;
  /** -log10 of the false-alarm rate of the whole signal. */
  score: number;
  samples: number;
  time: SignalTime | null;
  /** Samples by which a cycle begins later than good ones; null where cycles are compared as they lie. */
  shift: number | null;
  marks: SignalReportMark[];
  /** Why it was decided as it was, in one sentence of the report's language. */
  reason: string;
}

/** A rejected or reviewed signal on its own page. */
export interface SignalReportDetail extends SignalReportPart {
  /** Points to draw, each for `reducedBy` samples. */
  series: { reducedBy: number; measured: number[]; rebuilt: number[]; scores: number[] };
  /**
   * Between what 95 % of the good cycles lie at the same moment, of the same points; null where fewer than half of them reach,
   * and altogether where only shapes are compared.
   */
  usual: { lowest: (number | null)[]; highest: (number | null)[] } | null;
}

/** Everything a report on the inspection of process signals says. */
export interface SignalReportDocument extends ReportBase {
  signal: {
    column: string;
    unit: string | null;
    arrangement: 'cycles' | 'continuous';
    /** Samples of a cycle, or of a stretch that is decided on. */
    partLength: number;
    windowLength: number;
    stride: number;
    /** Samples that cycles are shifted by at most before they are compared; null where they are not. */
    mostShift: number | null;
    atoms: number;
    goodFiles: number;
    goodParts: number;
    goodWindows: number;
    seed: number;
    /** Of learning and inspecting. */
    seconds: number;
    /** Places whose score reaches this are marked. */
    markFrom: number;
  };
  parts: SignalReportPart[];
  details: SignalReportDetail[];
}
