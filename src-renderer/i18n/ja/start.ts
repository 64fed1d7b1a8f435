import type { start as en } from '../en/start.ts';
import type { Translation } from '../translation.ts';

export const start: Translation<typeof en> = {
  newProjectName: '検査',
  welcome: {
    title: 'Sparsightへようこそ',
    text: '良品の画像を数十枚用意してください。Sparsightが良品の見え方を学習し、新しい部品のどこが良品と異なるかを示します。',
  },
  subtitle: '良品にはない異常を、新しい部品から見つけます。',
  action: {
    new: '新規プロジェクト',
    newText: '自社の部品の検査を始めます。',
    open: 'プロジェクトを開く',
    openText: '前回の続きから始めます。',
    sample: 'サンプルプロジェクトを試す',
    sampleText: '用意された部品画像で、学習からレポートまでを2分で体験できます。',
  },
  sample: {
    projectName: 'Sparsightサンプル',
    partsFolder: 'Sparsightサンプル部品',
    making: 'サンプルプロジェクトを作成しています',
    step: {
      open: 'プロジェクトを作成しています…',
      make: 'サンプル部品の画像を作成しています…',
      import: '画像を取り込んでいます…',
    },
    ready: 'サンプルプロジェクトの準備ができました。「学習を始める」を押してください。',
    progress: 'サンプルプロジェクト作成の進捗',
  },
  recent: {
    title: '最近使ったプロジェクト',
    open: '{{name}}を開く',
    missing: 'ファイルが見つかりません',
    missingText: 'ファイルが移動または削除されたか、ドライブが接続されていません。',
    forget: '{{name}}を一覧から外す',
    forgotten: '一覧から外しました。プロジェクトファイルはそのまま残っています。',
    current: '使用中',
    images_one: '画像{{formatted}}枚',
    images_other: '画像{{formatted}}枚',
    state: {
      empty: '画像がありません',
      untaught: '未学習',
      taught: '検査できます',
    },
    opened: '{{when}}に使用',
    none: 'プロジェクトはまだありません',
    noneText: '作成または開いたプロジェクトがここに表示されます。',
  },
};
