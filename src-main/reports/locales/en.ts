import type { ReportTexts } from './report-texts.ts';

export const en: ReportTexts = {
  title: 'Inspection report',
  colon: ': ',
  comma: ', ',
  openQuote: '“',
  closeQuote: '”',
  none: '–',

  decisions: { pass: 'Pass', review: 'Review', reject: 'Reject', unreadable: 'Unreadable' },
  verdicts: { accept: 'Accepted', reject: 'Rejected', unsure: 'Unsure' },

  cover: {
    project: 'Project',
    partNumber: 'Part number',
    batch: 'Batch',
    customer: 'Customer',
    operator: 'Operator',
    date: 'Report date',
    inspected: 'Inspected',
    remarks: 'Remarks',
  },

  summary: {
    heading: 'Decisions',
    share: (share) => `${share} of all files`,
    total: (count) => `Files inspected: ${count}`,
  },

  histogram: {
    heading: 'Scores',
    xAxis: 'score, -log10 of the false-alarm rate',
    inspected: (parts) => `Inspected parts (${parts})`,
    good: (parts) => `Good parts held out of learning (${parts})`,
    reviewLimit: 'review from',
    rejectLimit: 'reject from',
    caption: (rate) =>
      `Number of parts by score; the higher the score, the less the part looks like a good one. The reject limit is set so that about ${rate} of good parts would be rejected.`,
    description: (review, reject) =>
      `Histogram of the scores of inspected parts above that of good parts held out of learning, with the review limit at ${review} and the reject limit at ${reject}.`,
  },

  model: {
    heading: 'Model and recipe',
    facts: 'Model',
    recipe: 'Recipe',
    identity: 'Model number',
    hash: 'Model hash',
    learnt: 'Learnt on',
    images: 'Good images learnt from',
    patches: 'Patches learnt from',
    learningTime: 'Learning time',
    seed: 'Random seed',
    limits: 'Limits on the score',
    limitsValue: (review, reject) => `review from ${review}, reject from ${reject}`,
    run: 'Run number',
    speed: 'Inspection time',
    speedValue: (rate) => `${rate} images per second`,
    seconds: (seconds) => `${seconds} s`,
  },

  recipe: {
    area: 'Inspected area',
    wholeImage: 'the whole image',
    someRegions: (inspected, ignored) => `marked regions: ${inspected} inspected, ${ignored} ignored`,
    wholeImageBut: (ignored) => `the whole image, marked regions ignored: ${ignored}`,
    scale: 'Image size',
    scaleAuto: 'original size; very large images are reduced',
    scaleFixed: (percent) => `reduced to ${percent} of the original`,
    lighting: 'Lighting',
    lightingMedian: 'differences in overall brightness between images are evened out',
    lightingNone: 'brightness is taken as photographed',
    channels: 'Colour',
    channelModes: {
      auto: 'colours are compared where good parts have any',
      grey: 'only brightness is compared',
      colour: 'colours are compared besides brightness',
    },
    alignment: 'Position',
    alignmentModes: {
      auto: 'parts are aligned with a reference part where that makes good parts agree better',
      on: 'parts are aligned with a reference part',
      off: 'parts are taken as they lie in the image',
    },
    detail: 'Size of detail',
    detailValue: (smallest, largest) => `surface patches from ${smallest} to ${largest} pixels wide`,
    patterns: 'Surface patterns',
    patternsValue: (atoms, used) => `${atoms} learnt at each scale, at most ${used} to rebuild one patch`,
    decision: 'Decision',
    decisionValue: (falseReject, review) =>
      `about ${falseReject} of good parts may be rejected, about ${review} may need a look by a person`,
  },

  parts: {
    heading: 'All parts',
    caption: 'Decision and figures for every inspected part',
    name: 'Part',
    decision: 'Decision',
    score: 'Score',
    psnr: 'PSNR (dB)',
    ssim: 'SSIM',
    regions: 'Regions',
    label: 'Label',
    verdict: 'Verdict',
    reason: 'Reason',
    none: 'No part could be inspected.',
  },

  details: {
    heading: 'Rejected and reviewed parts',
    none: 'No part was rejected or needs a review.',
    file: 'File',
    size: 'Image size',
    sizeValue: (width, height) => `${width} × ${height} px`,
    checksum: 'SHA-256',
    image: 'Part',
    heatMap: 'Heat map',
    expected: 'Expected part',
    imageAlt: (name) => `Photograph of part ${name}`,
    heatMapAlt: (name) => `Part ${name} with the heat map over it and an outline around each region`,
    expectedAlt: (name) => `What a good part would have looked like in place of ${name}`,
    expectedNote: 'rebuilt from patterns of good parts',
    legend: 'Heat map: -log10 of the false-alarm rate',
    legendHint: '2 = seen on one good part in 100; 3 = on one in 1,000',
    verdictBy: (verdict, by, date) => `${verdict} by ${by}, ${date}`,
  },

  regions: {
    caption: 'Regions that differ from good parts',
    rank: 'Rank',
    position: 'Top left x, y (px)',
    size: 'Size (px)',
    area: 'Area (px)',
    peak: 'Peak',
    reason: 'What is seen there',
    none: 'No single region exceeds the limit; the score comes from the part as a whole.',
  },

  unreadable: {
    heading: 'Unreadable files',
    intro: 'These files could not be inspected. They are neither passed nor rejected.',
    file: 'File',
    reason: 'Reason',
    none: 'Every file could be read.',
  },

  notes: {
    heading: 'How to read this report',
    sentences: (rate) => [
      'The software has learnt from images of good parts which surface patterns they are made of, and rebuilds each inspected part from these patterns alone; it marks where the real surface differs from the rebuilt one more than good parts do.',
      'Score and heat map use one unit, -log10 of the false-alarm rate: 1 means that one good part in 10 looks as unusual, 2 one in 100, 3 one in 1,000.',
      `The limits come from good parts that were held out of learning: about ${rate} of good parts would be rejected, and parts between the two limits should be looked at by a person.`,
      'PSNR (in decibels, higher is closer) and SSIM (1 is identical) compare the whole image with the expected part; a small defect hardly changes them, so read them together with the score and the regions.',
    ],
  },

  appendix: {
    heading: 'Appendix: software and full recipe',
    software: 'Software',
    component: 'Component',
    version: 'Version',
    recipe: 'Full recipe',
    setting: 'Setting',
    value: 'Value',
    shapes: (shapes) => `${shapes} shapes`,
  },

  sheets: { summary: 'Summary', parts: 'Parts', regions: 'Regions', unreadable: 'Unreadable' },

  workbook: {
    count: 'Number',
    share: 'Share',
    path: 'Path',
    comment: 'Comment',
    decidedBy: 'Decided by',
    decidedAt: 'Decided at (UTC)',
    left: 'Left (px)',
    top: 'Top (px)',
    width: 'Width (px)',
    height: 'Height (px)',
    mean: 'Mean',
    reviewLimit: 'Review limit',
    rejectLimit: 'Reject limit',
    falseRejectRate: 'Stated share of good parts rejected',
  },

  page: (page, pages) => `${page} / ${pages}`,
};
