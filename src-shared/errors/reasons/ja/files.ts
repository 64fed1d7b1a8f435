import type { files as english } from '../en/files.ts';
import type { InLanguage } from '../reason-texts.ts';

const checkPath = 'パスを確かめてください。ドライブやネットワーク共有が接続されていない可能性があります。';
const askOwner = '所有者に読み取りの許可を求めるか、自分のフォルダーにコピーしてください。';
const checkFile = 'ファイルとその読み取り権限を確かめてください。';
const freeSpace = '空き容量を増やしてから、もう一度お試しください。';
const writable = '書き込み権限のあるフォルダーを選んでください。';
const chooseLogo = '2 MBまでのPNGまたはJPEGファイルを選ぶか、ロゴなしにしてください。';
const layOut = '画像をtrain/good、test/good、test/<欠陥名>の各フォルダーに分けて置いてください。';
const chooseImages = 'JPEG、PNG、TIFF、BMP、WebP、GIFファイルのあるフォルダーを選んでください。';

export const files: InLanguage<typeof english> = {
  'input.missing': { message: '{file}がありません。', next: checkPath },
  'input.denied': { message: '{file}を読み取る権限がありません。', next: askOwner },
  'input.unreadable': { message: '{file}を読み取れません（{code}）。', next: askOwner },
  'folder.missing': {
    message: 'フォルダー{folder}がありません。',
    next: '移動されたか、ドライブが接続されていない可能性があります。',
  },
  'folder.none': { message: '{folder}はフォルダーではありません。', next: 'フォルダーを選んでください。' },
  'folder.unreadable': {
    message: 'フォルダー{folder}を読み取れません。',
    next: '所有者に読み取りの許可を求めてください。',
  },
  'folder.without-images': { message: '{folders}に画像がありません。', next: chooseImages },
  'folder.unreadable-images': {
    message: '{folders}の画像{images}枚は、どれも読み取れません。',
    next: chooseImages,
  },
  'folder.not-samples': {
    message: '{folder}に、サンプル部品でないファイルがあります。',
    next: '空のフォルダーか、以前サンプル部品を作成したフォルダーを選んでください。',
  },
  'folder.not-watched': {
    message: '監視するフォルダーがありません。',
    next: 'カメラが画像を書き込むフォルダーを選んでください。',
  },

  'dataset.missing': {
    message: 'ラベル付きの部品のフォルダー{folder}がないか、空です。',
    next: layOut,
  },
  'dataset.empty': {
    message: '{folder}内のフォルダーに画像がありません。',
    next: '評価する部品をtest/goodとtest/<欠陥名>に置いてください。',
  },
  'dataset.no-good': {
    message: '評価に使う良品がないため、AUROCと平均適合率は意味を持ちません。',
    next: layOut,
  },
  'dataset.no-defects': {
    message: '評価に使う欠陥品がないため、AUROCと平均適合率は意味を持ちません。',
    next: layOut,
  },
  'dataset.unmasked': {
    message: '欠陥品{defects}個のうち{unmasked}個にはマスクがなく、画素単位の評価に含まれません。',
    next: 'マスクを<名前>_mask.pngという名前でground_truth/<欠陥名>に置いてください。',
  },

  'file.left-out': { message: '{path}は対象から外されました。', next: checkFile },
  'file.cannot-be-read': { message: '画像{file}を読み取れません。', next: checkFile },
  'skipped.irregular': { message: '通常のファイルではありません。', next: checkFile },
  'skipped.missing': {
    message: 'ファイルが見つかりません（リンク先がないか、このシステムで開けない名前です）。',
    next: checkFile,
  },
  'skipped.denied': { message: '読み取る権限がありません。', next: checkFile },
  'skipped.loop': { message: 'リンクが自分自身に戻っています。', next: checkFile },
  'skipped.long-path': { message: 'パスがこのシステムには長すぎます。', next: checkFile },
  'skipped.code': { message: 'システムのエラー：{code}。', next: checkFile },
  'skipped.no-images': { message: '読み取れる画像が1枚もありません。', next: checkFile },

  'write.full': { message: '{path}に書き込めません。ディスクの空きがありません。', next: freeSpace },
  'write.quota': {
    message: '{path}に書き込めません。割り当てられたディスク容量を使い切っています。',
    next: freeSpace,
  },
  'write.read-only': {
    message: '{path}に書き込めません。ディスクが読み取り専用です。',
    next: '別の場所を選んでください。',
  },
  'write.denied': { message: '{path}に書き込む権限がありません。', next: writable },
  'write.no-folder': {
    message: '{path}に書き込めません。フォルダーがありません。',
    next: '先にフォルダーを作成してください。',
  },
  'write.is-folder': {
    message: '{path}に書き込めません。これはフォルダーです。',
    next: 'ファイル名を指定してください。',
  },
  'write.in-file': {
    message: '{path}に書き込めません。フォルダーの位置にファイルがあります。',
    next: 'フォルダーの中の場所を指定してください。',
  },
  'write.exists': {
    message: '{path}に書き込めません。同じ名前のファイルがあります。',
    next: '別のフォルダーを選んでください。',
  },
  'write.long-name': {
    message: '{path}に書き込めません。名前が長すぎます。',
    next: '短い名前にしてください。',
  },

  'logo.missing': {
    message: 'ロゴ{file}が見つかりません（移動または削除された可能性があります）。',
    next: chooseLogo,
  },
  'logo.format': { message: 'ロゴ{file}はPNGでもJPEGでもありません。', next: chooseLogo },
  'logo.too-large': { message: 'ロゴ{file}は2 MBを超えています。', next: chooseLogo },
};
