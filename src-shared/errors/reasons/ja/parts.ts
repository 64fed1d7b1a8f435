import type { parts as english } from '../en/parts.ts';
import type { InLanguage } from '../reason-texts.ts';

const moreParts = '{advised}個以上、できれば20個以上の良品を用意してください。';
const inspectFirst = '先に部品を検査するか、プロジェクトの検査の一覧を確かめてください。';

export const parts: InLanguage<typeof english> = {
  'parts.none-labelled': {
    message: '「良品」のラベルが付いた画像がプロジェクトにありません。',
    next: '良品の画像を取り込むか、「良品」のラベルを付けてから、もう一度学習してください。',
  },
  'parts.none-usable': {
    message: '学習に使える画像がありません。',
    next: '読み取れる良品の画像を5枚以上用意してください。これらの画像の問題は警告に示されています。',
  },
  'parts.one': { message: '良品が1個だけでは、何が正常かは推測になります。', next: moreParts },
  'parts.few': { message: '良品が{parts}個だけでは、何が正常かは推測になります。', next: moreParts },
  'parts.few-for-study': {
    message: '良品の画像が{images}枚では、増やす効果があるかどうか判断できません。',
    next: '15枚以上の良品の画像から学習してください。',
  },
  'parts.few-labelled': {
    message: '何が欠陥かを学ぶには、ラベルの付いた部品が足りません。',
    next: 'この検査の良品と欠陥品を、それぞれ{least}個以上ラベル付けまたは判定してください。',
  },
  'parts.duplicate': {
    message: '{path}は{twin}と同じ画像のため、1回だけ学習に使います。',
    next: '意図したものでなければ、どちらかを除いてください。',
  },
  'parts.suspicious': {
    message: '{file}はほかの良品と似ていません。',
    next: '確かめてください。良品でなければ、除外してもう一度学習してください。',
  },
  'parts.mixed-sizes': {
    message: '良品{parts}個のうち{odd}個は{width} x {height}画素ではないため、その大きさに揃えます。',
    next: 'すべての部品を同じ条件で撮影するか、大きさごとにモデルを学習してください。',
  },
  'recipe.nothing-left': {
    message: 'このレシピでは、検査する範囲がほとんど残りません。',
    next: '検査する領域（regions.inspect）を広げるか、無視する領域（regions.ignore）を狭めてください。',
  },

  'inspection.none-named': {
    message: '検査する部品が指定されていません。',
    next: '画像またはフォルダーを選んでください。',
  },
  'inspection.none-inspected': {
    message: 'どの画像も検査できませんでした。',
    next: 'それぞれの画像の問題は警告に示されています。',
  },
  'inspection.under-way': {
    message: '検査{run}はまだ実行中です。',
    next: '先にキャンセルするか、終わるまでお待ちください。',
  },
  'inspection.unknown': { message: 'プロジェクトに検査{run}はありません。', next: inspectFirst },
  'inspection.none-finished': {
    message: 'プロジェクトに完了した検査がまだありません。',
    next: inspectFirst,
  },
  'result.unknown': {
    message: 'プロジェクトに結果{result}はありません。',
    next: '検査の結果の一覧を確かめてください。',
  },
  'result.no-map': {
    message: '結果{result}にマップ「{map}」はありません。',
    next: '部品をもう一度検査すると作成されます。',
  },
  'report.many-pages': {
    message: '選んだ部品{chosen}個のうち、個別ページがあるのは最初の{most}個です。',
    next: '部品を減らすか、レポートを分けてください。',
  },
};
