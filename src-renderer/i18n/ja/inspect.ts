import type { inspect as en } from '../en/inspect.ts';
import type { Translation } from '../translation.ts';

export const inspect: Translation<typeof en> = {
  title: '検査',
  subtitle: '部品を良品と比べます。',
  run: '検査{{id}}',
  chooseRun: '検査',
  new: '新しい検査',

  noModel: {
    title: '先に学習してください',
    text: '部品は良品から学習したモデルと比べて検査します。学習してから戻ってきてください。',
    action: '良品から学習',
  },

  form: {
    title: '新しい検査',
    source: '検査するもの',
    kind: {
      folder: 'フォルダー',
      files: 'ファイル',
      project: 'プロジェクトの画像',
      watch: 'フォルダーを監視',
    },
    about: {
      folder: 'フォルダーとその下にあるすべての画像を検査します。',
      files: '選んだファイルだけを検査します。',
      project: 'すでに取り込んだ画像を検査します。',
      watch:
        'フォルダーにある画像に加え、新しい画像を書き込みが終わりしだい検査します。停止するまで続けます。',
    },
    chooseFolder: 'フォルダーを選ぶ',
    chooseFiles: 'ファイルを選ぶ',
    nothingChosen: 'まだ選ばれていません。',
    removePath: '{{name}}を外す',
    clear: 'すべて外す',
    more_one: 'ほか{{count}}件',
    more_other: 'ほか{{count}}件',
    choice: {
      'not-learnt': 'モデルの学習に使っていない画像すべて',
      unlabelled: 'ラベルのない画像',
      defective: '不良のラベルが付いた画像',
      all: 'すべて',
    },
    runTitle: '題名',
    runTitleHint: '一覧とレポートに表示されます（ロット番号など）。',
    model: 'モデル',
    inUse: '{{name}}（使用中）',
    unnamedModel: 'モデル{{id}}',
    start: '検査を始める',
    startWatching: '監視を始める',
    noImages: '該当する画像がプロジェクトにありません。',
  },

  older: { title: 'これまでの検査', none: 'まだ検査していません。' },
  list: {
    title: '題名',
    date: '日時',
    parts: '部品数',
  },
  state: {
    running: '実行中',
    done: '完了',
    failed: '失敗',
    cancelled: '中止',
    interrupted: '中断',
  },

  progress: {
    starting: '開始しています…',
    queued: 'ほかの処理が終わるのを待っています',
    inspecting: '検査中',
    watching: '{{name}}を監視しています',
    watchingHint: '新しい画像は、書き込みが終わりしだい検査します。',
    parts: '{{total}}個中{{done}}個',
    rate: '毎秒{{rate}}個',
    left: '残り約{{duration}}',
    cancel: '中止',
    stop: '監視を停止',
  },

  ended: {
    failed: '検査できませんでした',
    cancelled: {
      title: '検査を中止しました',
      text: '判定済みの部品があるため、それまでの結果は残っています。',
    },
    interrupted: {
      title: '検査が中断されました',
      text: 'それまでに検査した部品の結果は残っています。残りから再開できます。',
      resume: '再開',
    },
  },

  gone: {
    cancelled: '検査を中止しました',
    failed: '検査できませんでした',
    removed: 'この検査はもうありません',
    nothingKept: 'プロジェクトには何も残っていません。',
  },

  summary: {
    label: '検査の結果',
    parts_one: '部品{{count}}個',
    parts_other: '部品{{count}}個',
    unreadable: '読込不可',
    rate: '個/秒',
    limits: '要確認{{review}}以上、不合格{{reject}}以上',
    model: '{{name}}で検査',
    shares: '判定の割合',
  },

  failures: {
    button_one: '検査できなかったファイル{{count}}件',
    button_other: '検査できなかったファイル{{count}}件',
    title: '検査できなかったファイル',
    file: 'ファイル',
    reason: '理由',
  },

  actions: {
    label: 'この検査の操作',
    rename: '題名を変更',
    renameTitle: '検査の題名を変更',
    name: '題名',
    save: '保存',
    remove: '削除',
    removeTitle: '{{name}}を削除しますか？',
    removeText: '検査結果と人による判定をプロジェクトから完全に削除します。画像ファイルは残ります。',
    removed: '{{name}}を削除しました。',
    evaluate: '評価',
    report: 'レポート',
  },

  filter: {
    label: '表示',
    all: 'すべて',
    reject: '不合格',
    review: '要確認',
    pass: '合格',
    disagreements: '不一致',
    disagreementsHint: '判定が、ラベルまたは人の判定と一致していません。',
    unjudged: '未確認',
    unjudgedHint: '不合格または要確認で、まだ人が判定していません。',
  },
  search: '名前で検索',
  clearSearch: '検索を消す',
  layout: { label: '表示形式', table: '表', gallery: '一覧' },
  sort: {
    label: '並べ替え',
    order: '検査した順',
    score: 'スコア',
    name: '名前',
    psnr: 'PSNR',
    ssim: 'SSIM',
    regions: '検出箇所',
    ascending: '昇順',
    descending: '降順',
  },
  columns: {
    picture: '画像',
    name: '名前',
    decision: '判定',
    score: 'スコア',
    psnr: 'PSNR（dB）',
    ssim: 'SSIM',
    regions: '検出箇所',
    label: 'ラベル',
    verdict: '人の判定',
  },
  explain: {
    score:
      '良品がこのように見えることがどれだけまれかを、10の累乗で表します。2なら100個に1個、3なら1000個に1個です。',
    psnr: '期待される見え方との一致の度合い（デシベル）です。大きいほどよく似ています。',
    ssim: '期待される構造との一致の度合いです。1なら同じです。',
    regions: '良品と異なる場所の数です。',
  },
  results: {
    label: '検査結果',
    shown_one: '部品{{count}}個',
    shown_other: '部品{{count}}個',
    hint: 'Enterキーで部品を開きます。',
    waiting: { title: 'まだ結果はありません', text: '最初の部品の検査が終わりしだい表示されます。' },
    waitingForFiles: {
      title: '最初の画像を待っています',
      text: 'フォルダーへの書き込みが終わりしだい検査します。',
    },
    nothing: {
      title: '該当する部品がありません',
      text: '絞り込みと検索の条件に合う結果はありません。',
      action: 'すべて表示',
    },
    none: { title: '結果がありません', text: 'この検査には結果がありません。' },
    regions_one: '{{count}}か所',
    regions_other: '{{count}}か所',
  },
};
