import type { signals as english } from '../en/signals.ts';
import type { InLanguage } from '../reason-texts.ts';

const exportAsCsv = '数値を列ごと、時刻を行ごとに並べたCSVとして書き出してください。';
const saveAsCsv = '開いて、シートをCSVとして保存してください。';
const checkPath = 'パスと、ファイルの読み取り権限を確かめてください。';
const moreGood =
  '1サイクルずつのファイルを{least}個以上選ぶか、より長い記録、またはより短いウィンドウにしてください。';

export const signals: InLanguage<typeof english> = {
  'tables.none': {
    message: '{folders}に表のファイルがありません。',
    next: 'CSV、TSV、TXTファイルのあるフォルダーを選んでください。',
  },

  'table.png': { message: '{file}は表ではなくPNG画像です。', next: exportAsCsv },
  'table.jpeg': { message: '{file}は表ではなくJPEG画像です。', next: exportAsCsv },
  'table.pdf': { message: '{file}は表ではなくPDF文書です。', next: exportAsCsv },
  'table.excel': { message: '{file}はテキストではなく、Excelブックまたはアーカイブです。', next: saveAsCsv },
  'table.old-excel': { message: '{file}はテキストではなく、旧形式のExcelブックです。', next: saveAsCsv },
  'table.binary': { message: '{file}はテキストではなくバイナリーデータです。', next: exportAsCsv },
  'table.empty': { message: '{file}は空です（0バイト）。', next: exportAsCsv },
  'table.no-file': { message: '{file}はファイルではありません。', next: 'CSVファイルを選んでください。' },
  'table.gone': {
    message: '{file}が見つかりません（移動または削除された可能性があります）。',
    next: checkPath,
  },
  'table.denied': { message: '{file}を読み取る権限がありません。', next: checkPath },
  'table.unreadable': { message: '{file}を読み取れません（{code}）。', next: checkPath },
  'table.too-large': {
    message: '{file}は{megabytes} MBあります。読み取れるのは{most} MBまでです。',
    next: '期間を短くするか、列や1秒あたりの点数を減らして書き出してください。',
  },
  'table.split-by-commas': {
    message: '{file}は列名が{names}個なのに、各行に{cells}個の値があります。',
    next: '小数点がコンマの場合は、列をセミコロンかタブで区切ってください。',
  },
  'table.wrong-separator': {
    message: '{file}は列名が{names}個なのに、各行に{cells}個の値があります。',
    next: '列を区切る文字を確かめてください。',
  },
  'table.open-quote': {
    message: '{file}の{row}行目付近に、閉じていない引用符があります。',
    next: '引用符を閉じるか、ファイルを書き出し直してください。',
  },
  'table.no-numbers': { message: '{file}に数値の列がありません。', next: exportAsCsv },

  'column.missing': {
    message: '{file}に列「{column}」がありません。',
    next: '次の列から選んでください：{columns}',
  },
  'column.too-short': {
    message: '{file}の{column}は{samples}点しかなく、調べられません。',
    next: '{least}点以上ある波形を選んでください。',
  },
  'column.gaps': {
    message: '{file}の{column}は{samples}個のうち{missing}個の値が欠けています（最長{longest}個連続）。',
    next: '別の列、または欠損の少ないファイルを選んでください。',
  },
  'column.out-of-range': {
    message: '{file}の{column}は{value}に達し、計算できる範囲を超えています。',
    next: '別の列を選ぶか、数値の書き方を確かめてください。',
  },
  'column.constant': {
    message: '{file}の{column}は終始{value}のままです。',
    next: '別の列を選ぶか、センサーとケーブルを確かめてください。',
  },

  'signal.other-rate': {
    message: '{file}の測定間隔は{interval}で、良品の{usual}と異なります。',
    next: 'すべての波形を同じ間隔で記録するか、間隔の揃ったファイルを選んでください。',
  },
  'signal.other-length': {
    message: '{file}は{samples}点で、良品のサイクル（約{usual}点）と長さが異なります。',
    next: '同じ時点から始まる、1サイクルずつのファイルを選んでください。',
  },
  'signal.shorter-than-window': {
    message: '{file}は{samples}点で、1つのウィンドウ（{length}点）に足りません。',
    next: 'より長い記録、またはより短いウィンドウを選んでください。',
  },
  'signal.shorter-than-stretch': {
    message: '{file}は{samples}点で、1つの区間（{length}点）に足りません。',
    next: 'より長い記録、またはより短いウィンドウを選んでください。',
  },

  'good.none': {
    message: '良品のファイル（{files}個）はどれも学習に使えません。',
    next: '別のファイルを選んでください。',
  },
  'good.few': {
    message: '何が通常かを決めるには足りません（良品ファイル{files}個、合計{samples}点）。',
    next: moreGood,
  },
  'good.few-left': {
    message:
      '何が通常かを決めるには足りません（良品ファイル{files}個、合計{samples}点）。ほか{left}個は学習に使えません。',
    next: moreGood,
  },
};
