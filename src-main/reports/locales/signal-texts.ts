import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';
import type { SignalFault } from '../../../src-shared/domain/signal.ts';

/** What a report on signals says otherwise than one on images, in one language. Numbers arrive already formatted. */
export interface SignalTexts {
  title: string;
  partsTitle: string;
  partsCaption: string;
  name: string;
  noneInspected: string;
  detailsTitle: string;
  noDetails: string;
  samples: string;
  /** By how much a cycle begins later than good ones. */
  shift: string;
  places: string;
  learnt: {
    heading: string;
    signal: string;
    arrangement: string;
    arrangements: Record<'cycles' | 'continuous', (samples: string) => string>;
    beginning: string;
    /** How far cycles are shifted at most. */
    shifted: (most: string) => string;
    files: string;
    parts: string;
    windows: string;
    windowLength: string;
    atoms: string;
    atomsValue: (atoms: string) => string;
  };
  inSamples: (samples: string) => string;
  withTime: (samples: string, time: string) => string;
  chart: {
    scores: string;
    measured: string;
    rebuilt: string;
    usual: string;
    /** Without a time column. */
    places: string;
    /** Put before the caption where there is such a band. */
    captionUsual: string;
    caption: string;
    description: (name: string) => string;
  };
  marks: {
    caption: string;
    from: string;
    to: string;
    seen: string;
    none: string;
  };
  faults: Record<SignalFault, string>;
  reasons: Record<Decision, (rate: string, places: number) => string>;
  notes: (falseRejectRate: string) => string[];
}

const en: SignalTexts = {
  title: 'Signal inspection report',
  partsTitle: 'All signals',
  partsCaption: 'Decision and figures for every inspected signal',
  name: 'Signal',
  noneInspected: 'No signal could be inspected.',
  detailsTitle: 'Rejected and reviewed signals',
  noDetails: 'No signal was rejected or needs a review.',
  samples: 'Samples',
  shift: 'Delay',
  places: 'Places',
  learnt: {
    heading: 'What was learnt',
    signal: 'Column',
    arrangement: 'Comparison',
    arrangements: {
      cycles: (samples) => `cycles of about ${samples} samples, compared shape by shape and place by place`,
      continuous: (samples) => `stretches of ${samples} samples, compared by their shapes alone`,
    },
    beginning: 'Beginning',
    shifted: (most) => `differs; cycles are moved onto the usual course, by at most ${most}`,
    files: 'Good files learnt from',
    parts: 'Good cycles or stretches',
    windows: 'Windows compared',
    windowLength: 'Length of a window',
    atoms: 'Learnt shapes',
    atomsValue: (atoms) => `${atoms}, at most 4 to rebuild one window`,
  },
  inSamples: (samples) => `${samples} samples`,
  withTime: (samples, time) => `${samples} samples (${time})`,
  chart: {
    scores: 'Score of each place',
    measured: 'Measured',
    rebuilt: 'Rebuilt from good ones',
    usual: '95 % of good ones',
    places: 'sample',
    captionUsual: 'The grey band holds 95 % of the good signals at the same moment. ',
    caption:
      'Above: what was measured over what could be rebuilt from the shapes of good signals. Below: the score that the signal would have, were each place its worst; places that reach the dashed line are marked, without the fringe that neighbouring windows give them.',
    description: (name) =>
      `Curve of the signal ${name} over the curve rebuilt from good signals, and below it how unusual each place is.`,
  },
  marks: {
    caption: 'Places that differ from good signals',
    from: 'From',
    to: 'To',
    seen: 'What is seen there',
    none: 'No single place exceeds the limit.',
  },
  faults: {
    shape: 'A shape that cannot be rebuilt from good signals.',
    high: 'Higher than in good signals.',
    low: 'Lower than in good signals.',
  },
  reasons: {
    pass: (rate) => `Like a good signal: ${rate} good ones looks as unusual as this.`,
    review: (rate, places) =>
      `Unusual: of good signals, ${rate} looks like this; ${standOut(places)}. A person should look at it.`,
    reject: (rate, places) => `Of good signals, ${rate} looks as unusual as this; ${standOut(places)}.`,
  },
  notes: (rate) => [
    'The software has learnt from good signals which short shapes they are made of, and rebuilds each inspected signal from these shapes alone; it marks where the measured curve differs from the rebuilt one, or lies higher or lower, more than good signals do.',
    'The score has one unit, -log10 of the false-alarm rate: 1 means that one good signal in 10 looks as unusual, 2 one in 100, 3 one in 1,000. The score of a signal is that of its worst place.',
    `The limits come from good signals that were held out of learning: about ${rate} of good ones would be rejected, and those between the two limits should be looked at by a person.`,
  ],
};

const standOut = (places: number) => `${places} ${places === 1 ? 'place stands' : 'places stand'} out`;

const ja: SignalTexts = {
  title: '波形検査報告書',
  partsTitle: '波形一覧',
  partsCaption: '検査した全波形の判定と数値',
  name: '波形',
  noneInspected: '検査できた波形はありません。',
  detailsTitle: '不合格・要確認の波形',
  noDetails: '不合格または要確認の波形はありません。',
  samples: '点数',
  shift: '遅れ',
  places: '箇所数',
  learnt: {
    heading: '学習した内容',
    signal: '列',
    arrangement: '比較方法',
    arrangements: {
      cycles: (samples) => `約${samples}点のサイクルを、形と位置の両方で比較`,
      continuous: (samples) => `${samples}点ごとの区間を、形のみで比較`,
    },
    beginning: '開始時点',
    shifted: (most) => `ばらつきあり。最大${most}ずらし、通常の波形に重ねて比較`,
    files: '学習した良品ファイル数',
    parts: '良品のサイクル・区間数',
    windows: '比較したウィンドウ数',
    windowLength: 'ウィンドウの長さ',
    atoms: '学習した形',
    atomsValue: (atoms) => `${atoms}種類（1ウィンドウに最大4種類）`,
  },
  inSamples: (samples) => `${samples}点`,
  withTime: (samples, time) => `${samples}点（${time}）`,
  chart: {
    scores: '各位置のスコア',
    measured: '測定値',
    rebuilt: '良品の形で組み立てた波形',
    usual: '良品の95 %の範囲',
    places: '点',
    captionUsual: '灰色の帯は、同じ時点で良品の95 %が収まる範囲です。',
    caption:
      '上：測定した波形と、良品の形だけで組み立てた波形。下：各位置のスコア（その位置が最も悪いとした場合の波形のスコア）。破線に達した箇所に、前後のウィンドウによるにじみを除いて印を付けています。',
    description: (name) =>
      `波形${name}の測定値と良品の形で組み立てた波形、およびその下に各位置の珍しさを示した図。`,
  },
  marks: {
    caption: '良品と異なる箇所',
    from: '開始',
    to: '終了',
    seen: '見られる状態',
    none: '単独でしきい値を超える箇所はありません。',
  },
  faults: {
    shape: '良品の形からは組み立てられない形です。',
    high: '良品より高い値です。',
    low: '良品より低い値です。',
  },
  reasons: {
    pass: (rate) => `良品と同等です（この程度の差異は良品の${rate}に見られます）。`,
    review: (rate, places) =>
      `通常と異なります（良品では${rate}）。差異のある箇所：${places}か所。人が確認してください。`,
    reject: (rate, places) => `このような波形は良品では${rate}です。差異のある箇所：${places}か所。`,
  },
  notes: (rate) => [
    '本ソフトウェアは良品の波形を構成する短い形を学習し、検査する波形をその形だけで組み立てます。測定した波形が組み立てた波形と良品に見られる範囲を超えて異なる箇所、または良品より高いか低い箇所を示します。',
    'スコアの単位は誤報率の-log10です。1は良品10個に1個、2は100個に1個、3は1,000個に1個しか見られない珍しさを表します。波形のスコアは、最も悪い位置のスコアです。',
    `しきい値は学習に使わなかった良品から定めています。良品の約${rate}が不合格となる値であり、2つのしきい値の間の波形は人が確認してください。`,
  ],
};

export const signalTexts: Record<ReportLanguage, SignalTexts> = { en, ja };
