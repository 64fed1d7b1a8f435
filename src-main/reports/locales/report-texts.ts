import type { Decision } from '../../../src-shared/domain/decision.ts';

/** Words for counts, by which the number has already been written in the report's language. */
type Phrase = (count: string) => string;

/** Every text of a report in one language. Numbers and dates arrive already formatted. */
export interface ReportTexts {
  title: string;
  /** Stands between a label and its value, and between items of a list. */
  colon: string;
  comma: string;
  openQuote: string;
  closeQuote: string;
  none: string;

  decisions: Record<Decision | 'unreadable', string>;
  verdicts: Record<'accept' | 'reject' | 'unsure', string>;

  cover: {
    project: string;
    partNumber: string;
    batch: string;
    customer: string;
    operator: string;
    date: string;
    inspected: string;
    remarks: string;
  };

  summary: {
    heading: string;
    share: (share: string) => string;
    total: Phrase;
  };

  histogram: {
    heading: string;
    xAxis: string;
    inspected: (parts: string) => string;
    good: (parts: string) => string;
    reviewLimit: string;
    rejectLimit: string;
    caption: (falseRejectRate: string) => string;
    description: (review: string, reject: string) => string;
  };

  model: {
    heading: string;
    facts: string;
    recipe: string;
    identity: string;
    hash: string;
    learnt: string;
    images: string;
    patches: string;
    learningTime: string;
    seed: string;
    limits: string;
    limitsValue: (review: string, reject: string) => string;
    run: string;
    speed: string;
    speedValue: (rate: string) => string;
    seconds: (seconds: string) => string;
  };

  recipe: {
    area: string;
    wholeImage: string;
    someRegions: (inspected: string, ignored: string) => string;
    wholeImageBut: (ignored: string) => string;
    scale: string;
    scaleAuto: string;
    scaleFixed: (percent: string) => string;
    lighting: string;
    lightingMedian: string;
    lightingNone: string;
    channels: string;
    channelModes: Record<'auto' | 'grey' | 'colour', string>;
    alignment: string;
    alignmentModes: Record<'auto' | 'on' | 'off', string>;
    detail: string;
    detailValue: (smallest: string, largest: string) => string;
    patterns: string;
    patternsValue: (atoms: string, used: string) => string;
    decision: string;
    decisionValue: (falseReject: string, review: string) => string;
  };

  parts: {
    heading: string;
    caption: string;
    name: string;
    decision: string;
    score: string;
    psnr: string;
    ssim: string;
    regions: string;
    label: string;
    verdict: string;
    reason: string;
    none: string;
  };

  details: {
    heading: string;
    none: string;
    file: string;
    size: string;
    sizeValue: (width: string, height: string) => string;
    checksum: string;
    image: string;
    heatMap: string;
    expected: string;
    imageAlt: (name: string) => string;
    heatMapAlt: (name: string) => string;
    expectedAlt: (name: string) => string;
    expectedNote: string;
    legend: string;
    legendHint: string;
    verdictBy: (verdict: string, by: string, date: string) => string;
  };

  regions: {
    caption: string;
    rank: string;
    position: string;
    size: string;
    area: string;
    peak: string;
    reason: string;
    none: string;
  };

  unreadable: {
    heading: string;
    intro: string;
    file: string;
    reason: string;
    none: string;
  };

  notes: {
    heading: string;
    sentences: (falseRejectRate: string) => string[];
  };

  appendix: {
    heading: string;
    software: string;
    component: string;
    version: string;
    recipe: string;
    setting: string;
    value: string;
    shapes: (shapes: string) => string;
  };

  /** Names of the workbook's sheets: at most 31 characters, none of []:*?/\ */
  sheets: { summary: string; parts: string; regions: string; unreadable: string };

  workbook: {
    count: string;
    share: string;
    path: string;
    comment: string;
    decidedBy: string;
    decidedAt: string;
    left: string;
    top: string;
    width: string;
    height: string;
    mean: string;
    reviewLimit: string;
    rejectLimit: string;
    falseRejectRate: string;
  };

  page: (page: string, pages: string) => string;
}
