import type { ReportTexts } from './report-texts.ts';

export const ja: ReportTexts = {
  title: '外観検査報告書',
  colon: '：',
  comma: '、',
  openQuote: '「',
  closeQuote: '」',
  none: '－',

  decisions: { pass: '合格', review: '要確認', reject: '不合格', unreadable: '読込不可' },
  verdicts: { accept: '良品と判定', reject: '不良と判定', unsure: '判定保留' },

  cover: {
    project: 'プロジェクト',
    partNumber: '品番',
    batch: 'ロット',
    customer: '納入先',
    operator: '検査担当者',
    date: '作成日時',
    inspected: '検査日時',
    remarks: '備考',
  },

  summary: {
    heading: '判定結果',
    share: (share) => `全ファイルの${share}`,
    total: (count) => `検査対象：${count}ファイル`,
  },

  histogram: {
    heading: 'スコアの分布',
    xAxis: 'スコア（誤報率の-log10）',
    inspected: (parts) => `検査した部品（${parts}個）`,
    good: (parts) => `学習に使わなかった良品（${parts}個）`,
    reviewLimit: '要確認',
    rejectLimit: '不合格',
    caption: (rate) =>
      `スコアごとの部品数です。スコアが高いほど良品らしさが低くなります。不合格のしきい値は、良品の約${rate}が不合格となるように定めています。`,
    description: (review, reject) =>
      `検査した部品と、学習に使わなかった良品のスコアの度数分布。要確認のしきい値は${review}、不合格のしきい値は${reject}。`,
  },

  model: {
    heading: 'モデルと検査条件',
    facts: 'モデル',
    recipe: '検査条件',
    identity: 'モデル番号',
    hash: 'モデルのハッシュ値',
    learnt: '学習日時',
    images: '学習した良品画像数',
    patches: '学習した小領域数',
    learningTime: '学習時間',
    seed: '乱数の種',
    limits: 'スコアのしきい値',
    limitsValue: (review, reject) => `要確認${review}～、不合格${reject}～`,
    run: '検査番号',
    speed: '検査時間',
    speedValue: (rate) => `毎秒${rate}枚`,
    seconds: (seconds) => `${seconds}秒`,
  },

  recipe: {
    area: '検査範囲',
    wholeImage: '画像全体',
    someRegions: (inspected, ignored) => `指定範囲のみ（検査${inspected}か所、除外${ignored}か所）`,
    wholeImageBut: (ignored) => `画像全体（除外${ignored}か所）`,
    scale: '画像の大きさ',
    scaleAuto: '原寸（特に大きい画像は縮小）',
    scaleFixed: (percent) => `原寸の${percent}に縮小`,
    lighting: '明るさ',
    lightingMedian: '画像ごとの全体の明るさの違いを補正',
    lightingNone: '撮影時のまま',
    channels: '色の比較',
    channelModes: {
      auto: '良品に色がある場合に、色も比べる',
      grey: '行わない（明るさだけ）',
      colour: '明るさに加えて色も比べる',
    },
    alignment: '位置合わせ',
    alignmentModes: {
      auto: '良品どうしの一致が良くなる場合に、基準の部品に合わせる',
      on: '基準の部品に合わせる',
      off: '行わない',
    },
    detail: '見る細かさ',
    detailValue: (smallest, largest) => `一辺${smallest}～${largest}画素の小領域`,
    patterns: '表面の模様',
    patternsValue: (atoms, used) => `各縮尺で${atoms}種類を学習し、小領域ごとに最大${used}種類で再現`,
    decision: '判定',
    decisionValue: (falseReject, review) =>
      `良品の約${falseReject}までの不合格、約${review}までの要確認を許容`,
  },

  parts: {
    heading: '部品一覧',
    caption: '検査した全部品の判定と数値',
    name: '部品',
    decision: '判定',
    score: 'スコア',
    psnr: 'PSNR (dB)',
    ssim: 'SSIM',
    regions: '領域数',
    label: 'ラベル',
    verdict: '目視判定',
    reason: '理由',
    none: '検査できた部品はありません。',
  },

  details: {
    heading: '不合格・要確認の部品',
    none: '不合格または要確認の部品はありません。',
    file: 'ファイル',
    size: '画像の大きさ',
    sizeValue: (width, height) => `${width} × ${height} px`,
    checksum: 'SHA-256',
    image: '部品',
    heatMap: 'ヒートマップ',
    expected: '期待される部品',
    imageAlt: (name) => `部品${name}の写真`,
    heatMapAlt: (name) => `部品${name}にヒートマップと領域の輪郭を重ねた図`,
    expectedAlt: (name) => `部品${name}が良品であった場合に期待される外観`,
    expectedNote: '良品の模様から再現',
    legend: 'ヒートマップ：誤報率の-log10',
    legendHint: '2＝良品100個に1個、3＝1,000個に1個の珍しさ',
    verdictBy: (verdict, by, date) => `${verdict}（${by}、${date}）`,
  },

  regions: {
    caption: '良品と異なる領域',
    rank: '順位',
    position: '左上 x, y (px)',
    size: '大きさ (px)',
    area: '面積 (px)',
    peak: '最大値',
    reason: '見られる状態',
    none: '単独でしきい値を超える領域はありません。スコアは部品全体によるものです。',
  },

  unreadable: {
    heading: '読み込めなかったファイル',
    intro: '次のファイルは検査できませんでした。合格にも不合格にも含まれません。',
    file: 'ファイル',
    reason: '理由',
    none: 'すべてのファイルを読み込めました。',
  },

  notes: {
    heading: 'この報告書の読み方',
    sentences: (rate) => [
      '本ソフトウェアは良品の画像から表面を構成する模様を学習し、検査する部品をその模様だけで再現します。実際の表面と再現した表面の違いが良品に見られる範囲を超える箇所を示します。',
      'スコアとヒートマップの単位は共通で、誤報率の-log10です。1は良品10個に1個、2は100個に1個、3は1,000個に1個しか見られない珍しさを表します。',
      `しきい値は学習に使わなかった良品から定めています。良品の約${rate}が不合格となる値であり、2つのしきい値の間の部品は人が確認してください。`,
      'PSNR（単位はdB、大きいほど近い）とSSIM（1で同一）は、画像全体と期待される部品を比べた値です。小さな欠陥ではほとんど変わらないため、スコアや領域と合わせてお読みください。',
    ],
  },

  appendix: {
    heading: '付録：ソフトウェアと検査条件の詳細',
    software: 'ソフトウェア',
    component: '構成要素',
    version: '版',
    recipe: '検査条件の全項目',
    setting: '項目',
    value: '値',
    shapes: (shapes) => `図形${shapes}個`,
  },

  sheets: { summary: '概要', parts: '部品一覧', regions: '領域', unreadable: '読込不可' },

  workbook: {
    count: '数',
    share: '割合',
    path: 'パス',
    comment: 'コメント',
    decidedBy: '判定者',
    decidedAt: '判定日時 (UTC)',
    left: '左 (px)',
    top: '上 (px)',
    width: '幅 (px)',
    height: '高さ (px)',
    mean: '平均',
    reviewLimit: '要確認のしきい値',
    rejectLimit: '不合格のしきい値',
    falseRejectRate: '不合格となる良品の割合（設定値）',
  },

  page: (page, pages) => `${page} / ${pages}`,
};
