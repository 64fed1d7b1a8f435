import type { general as english } from '../en/general.ts';
import type { InLanguage } from '../reason-texts.ts';

export const general: InLanguage<typeof english> = {
  internal: {
    message: 'Sparsightの内部で問題が起きました：{text}',
    next: 'もう一度お試しください。繰り返す場合は、ログファイルをお送りください。',
  },
  'installation.incomplete': {
    message: 'Sparsightのインストールが不完全です。{path}がありません。',
    next: 'Sparsightを再インストールしてください。',
  },

  'request.unusable': {
    message: 'この指定では実行できません。{what}',
    next: '示された箇所を修正してください。',
  },
  'request.crossed-limits': {
    message: '要確認のしきい値が不合格のしきい値を上回っています。',
    next: '要確認のしきい値を、不合格のしきい値以下にしてください。',
  },
  'request.outside-picture': {
    message: '画像にその位置はありません。',
    next: '画像の内側の位置を指定してください。',
  },

  'work.cancelled': {
    message: 'キャンセルしました。',
    next: '何も保存されていません。必要なときにもう一度実行してください。',
  },
  'work.unwanted': {
    message: 'この結果を待っている画面がなくなりました。',
    next: '必要であれば、もう一度実行してください。',
  },
  'job.not-here': {
    message: 'このセッションにジョブ{job}はありません。',
    next: 'プロジェクトのジョブ一覧を確かめてください。',
  },
  'job.unknown': {
    message: 'プロジェクトにジョブ{job}はありません。',
    next: 'プロジェクトのジョブ一覧を確かめてください。',
  },
  'job.not-resumable': {
    message: 'ジョブ{job}は、中断された検査ではありません。',
    next: '新しく開始してください。',
  },

  'experiment.setting': {
    message: '{setting}は実験{experiment}の設定範囲にありません。',
    next: '{least}から{most}の間で選んでください。',
  },
  'experiment.no-image': {
    message: '実験{experiment}は、必要なデータを自ら作ります。',
    next: '画像を指定せずに実行してください。',
  },
  'experiment.one-way': {
    message: '実験{experiment}の手法は1つだけです。',
    next: '手法やモデルを指定せずに実行してください。',
  },
  'experiment.small-image': {
    message: '画像は{width} x {height}画素しかなく、実験に使えません。',
    next: '各辺が{least}画素以上の画像を選んでください。',
  },
};
