import type { ReportLanguage } from '../../../src-shared/domain/report.ts';
import type { ContrastName, DefectKind, Pod } from '../../../src-shared/domain/study.ts';

/** How many parts a model was taught, and that as it is written. */
export interface TaughtParts {
  count: number;
  written: string;
}

/** What a report says of what the model can see, in one language. Numbers arrive already formatted. */
export interface StudyTexts {
  heading: string;
  enough: (images: string, gain: string) => string;
  more: (images: string, more: string, worthwhile: string, gain: string) => string;
  method: (parts: string, trials: string) => string;
  notHeldOut: string;
  /** Where it was measured on a model that this one was taught from. */
  measuredOn: (model: string, taught: TaughtParts) => string;
  /** The same, where that model is not in the project. */
  measuredEarlier: (taught: TaughtParts) => string;
  /** Where it came with a model file. */
  measuredElsewhere: (date: string) => string;
  /** One after another in a paragraph. */
  sentences: (sentences: readonly string[]) => string;
  /** Where it was measured, as the head of a column. */
  origin: string;
  kinds: Record<DefectKind, string>;
  contrasts: Record<ContrastName, string>;
  /** A kind with its contrast. */
  named: (kind: string, contrast: string) => string;
  chartCaption: string;
  chartDescription: string;
  sizeAxis: (unit: string) => string;
  tableCaption: string;
  kind: string;
  found: string;
  foundOf: (hits: string, trials: string) => string;
  half: string;
  ninety: string;
  sure: string;
  outcomes: Record<Exclude<Pod['outcome'], 'fitted' | 'separated'>, string>;
  /** Instead of a size that is not among those tried. */
  beyond: string;
  remark: string;
  pixels: string;
  millimetres: string;
  sheet: string;
}

const en: StudyTexts = {
  heading: 'What the model can see',
  enough: (images, gain) =>
    `${images} good images are enough: with twice as many, a defect would have to stand out only ${gain} less to be rejected.`,
  more: (images, more, worthwhile, gain) =>
    `The model was learnt from ${images} good images. ${more} more would help: a defect would have to stand out ${worthwhile} less to be rejected; with twice as many, ${gain} less.`,
  method: (parts, trials) =>
    `Synthetic defects of all sizes were put into ${parts} good parts that the model had not seen, ${trials} of each kind, and inspected like any part. A defect counts as found when its part is rejected. The size found 90% of the time with 95% confidence follows MIL-HDBK-1823A (hit/miss, logit model, likelihood-ratio bounds).`,
  notHeldOut: 'There were too few good parts to hold some back, so the model knew these parts.',
  measuredOn: (model, taught) => `Measured on model ${model}, before ${taughtParts(taught)}.`,
  measuredEarlier: (taught) => `Measured on an earlier model, before ${taughtParts(taught)}.`,
  measuredElsewhere: (date) => `Measured in another project, on ${date}.`,
  sentences: (sentences) => sentences.join(' '),
  origin: 'Where it was measured',
  kinds: {
    scratch: 'Scratch (length)',
    pit: 'Pit (diameter)',
    stain: 'Stain (diameter)',
    blur: 'Out of focus (diameter)',
    missing: 'Missing feature (diameter)',
  },
  contrasts: { faint: 'faint', clear: 'clear' },
  named: (kind, contrast) => `${kind}, ${contrast}`,
  chartCaption:
    'Share of defects found by size. Solid: clear defects, or those without a contrast; dashed: faint ones; thin: lower 95% confidence bound; dots: size found 90% of the time with 95% confidence.',
  chartDescription: 'Curves of the probability of detection by size, one panel for each kind of defect.',
  sizeAxis: (unit) => `size, ${unit}`,
  tableCaption: 'Sizes that are found. A dash stands for a size that is not among those tried.',
  kind: 'Defect',
  found: 'Found',
  foundOf: (hits, trials) => `${hits} of ${trials}`,
  half: 'Found half of the time',
  ninety: 'Found 90%',
  sure: '90% with 95% confidence',
  outcomes: {
    'all-found': 'every one was found',
    'none-found': 'none was found',
    'no-trend': 'larger ones were found no more often',
  },
  beyond: '–',
  remark: 'Remark',
  pixels: 'px',
  millimetres: 'mm',
  sheet: 'Detection',
};

const taughtParts = ({ count, written }: TaughtParts) =>
  count === 1 ? '1 part was taught' : `${written} parts were taught`;

const ja: StudyTexts = {
  heading: '検出できる大きさ',
  enough: (images, gain) =>
    `良品画像${images}枚で十分です。枚数を2倍にしても、不合格となるのに必要な不良の目立ち方は${gain}しか下がりません。`,
  more: (images, more, worthwhile, gain) =>
    `このモデルは良品画像${images}枚から学習しています。あと${more}枚ほど加えると効果があります。不合格となるのに必要な不良の目立ち方が${worthwhile}、枚数を2倍にした場合は${gain}下がる見込みです。`,
  method: (parts, trials) =>
    `モデルがまだ見ていない良品${parts}個の画像に、さまざまな大きさの模擬不良を種類ごとに${trials}個ずつ加え、通常の部品と同じように検査しました。その部品が不合格になった場合を「検出」とします。「95%の信頼度で90%検出できる大きさ」はMIL-HDBK-1823A（Hit/Miss、ロジットモデル、尤度比による限界）に基づきます。`,
  notHeldOut: '良品が少なく取り分けられなかったため、モデルが学習済みの部品を用いました。',
  measuredOn: (model, { written }) =>
    `部品${written}個を良品として追加学習する前に、モデル${model}で測定した結果です。`,
  measuredEarlier: ({ written }) => `部品${written}個を良品として追加学習する前のモデルで測定した結果です。`,
  measuredElsewhere: (date) => `${date}に別のプロジェクトで測定した結果です。`,
  sentences: (sentences) => sentences.join(''),
  origin: '測定したモデル',
  kinds: {
    scratch: 'きず（長さ）',
    pit: 'くぼみ（直径）',
    stain: '汚れ（直径）',
    blur: 'ぼけ（直径）',
    missing: '欠落（直径）',
  },
  contrasts: { faint: '薄い', clear: 'はっきり' },
  named: (kind, contrast) => `${kind}、${contrast}`,
  chartCaption:
    '大きさごとの検出率。実線：はっきりした不良（ぼけと欠落は濃淡の区別なし）、破線：薄い不良、細線：95%信頼下限、点：95%の信頼度で90%検出できる大きさ。',
  chartDescription: '不良の種類ごとに、大きさと検出率の関係を示す曲線。',
  sizeAxis: (unit) => `大きさ（${unit}）`,
  tableCaption: '検出できる大きさ。「－」は試した範囲に該当する大きさがないことを示します。',
  kind: '不良',
  found: '検出数',
  foundOf: (hits, trials) => `${hits} / ${trials}`,
  half: '50%検出',
  ninety: '90%検出',
  sure: '90%検出（信頼度95%）',
  outcomes: {
    'all-found': 'すべて検出',
    'none-found': '検出なし',
    'no-trend': '大きくても検出率は上がらない',
  },
  beyond: '－',
  remark: '備考',
  pixels: 'px',
  millimetres: 'mm',
  sheet: '検出能力',
};

export const studyTexts: Record<ReportLanguage, StudyTexts> = { en, ja };
