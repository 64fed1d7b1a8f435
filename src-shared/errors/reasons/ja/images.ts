import type { images as english } from '../en/images.ts';
import type { InLanguage } from '../reason-texts.ts';

const openInViewer =
  'ファイルを画像ビューアーで開いてください。そこでも壊れて見える場合は、コピーまたは撮影をやり直してください。';
const saveAsKnown = '1チャンネル8または16ビットのPNG、TIFF、JPEG、BMP、WebP、GIFとして保存し直してください。';
const putBack = '元の画像を戻すか、もう一度検査してください。';

export const images: InLanguage<typeof english> = {
  'image.empty': { message: '画像{file}は空です（0バイト）。', next: openInViewer },
  'image.no-file': { message: '画像{file}はファイルではありません。', next: openInViewer },
  'image.gone': {
    message: '画像{file}が見つかりません（移動または削除された可能性があります）。',
    next: openInViewer,
  },
  'image.denied': { message: '画像{file}を読み取る権限がありません。', next: openInViewer },
  'image.loop': { message: '画像{file}のリンクが自分自身に戻っています。', next: openInViewer },
  'image.long-name': { message: '画像{file}の名前がこのシステムには長すぎます。', next: openInViewer },
  'image.code': { message: '画像{file}を読み取れません（{code}）。', next: openInViewer },
  'image.damaged': { message: '画像{file}は壊れているか、途中で切れています。', next: openInViewer },
  'image.cut-off': { message: '画像{file}は最後の行の前で途切れています。', next: openInViewer },
  'image.cut-off-header': { message: '画像{file}はヘッダーの途中で切れています。', next: openInViewer },
  'image.odd-depth': {
    message: '画像{file}は壊れています（ヘッダーに1画素{bits}ビットと記されています）。',
    next: openInViewer,
  },
  'image.no-size': {
    message: '画像{file}は壊れています（ヘッダーに大きさがありません）。',
    next: openInViewer,
  },
  'image.no-colour-bits': {
    message: '画像{file}は壊れています（ビットのない色があります）。',
    next: openInViewer,
  },

  'image.os2-bitmap': { message: '{file}は未対応のOS/2ビットマップです。', next: saveAsKnown },
  'image.compressed-bitmap': { message: '{file}は未対応の圧縮ビットマップです。', next: saveAsKnown },
  'image.format': { message: '{file}は未対応の{format}ファイルです。', next: saveAsKnown },
  'image.unknown-format': {
    message: '{file}は、名前にかかわらず、既知の種類の画像ファイルではありません。',
    next: saveAsKnown,
  },
  'image.depth': { message: '{file}の画素の型{depth}には対応していません。', next: saveAsKnown },
  'image.channels': { message: '{file}の{channels}チャンネルには対応していません。', next: saveAsKnown },

  'image.many-bytes': {
    message: 'ファイル{file}は{megabytes} MBあります。上限は{most} MBです。',
    next: '圧縮するか、解像度を下げて保存してください。',
  },
  'image.many-pixels': {
    message: '画像{file}は{megapixels}メガピクセルあります。上限は{most}メガピクセルです。',
    next: '解像度を下げて保存するか、検査する部分を切り出してください。',
  },
  'image.below-patch': {
    message: '画像{file}（{width} x {height}画素）は、{patch} x {patch}画素のパッチより小さいものです。',
    next: 'より大きな画像、またはより小さなパッチのレシピを使ってください。',
  },
  'image.below-patch-scaled': {
    message: '{width} x {height}画素の画像は、{patch} x {patch}画素のパッチより小さいものです。',
    next: 'より大きな画像、より大きな作業倍率、またはより小さなパッチを使ってください。',
  },

  'image.unknown': {
    message: 'プロジェクトに画像{image}はありません。',
    next: '削除された可能性があります。画像の一覧を確かめてください。',
  },
  'image.missing': {
    message: '画像{file}が、元の場所にも、プロジェクトから見て同じ位置にもありません。',
    next: '画像を戻すか、画像のフォルダーがあるフォルダーへプロジェクトを移動してください。',
  },
  'image.other-size': {
    message: '画像{file}は、調べたときのものではありません（ファイルの大きさが異なります）。',
    next: '元のファイルを戻すか、新しい画像を検査してください。',
  },
  'image.not-as-imported': {
    message: 'このファイルは、プロジェクトに追加したときの画像ではありません。',
    next: '取り込み直すか、元のファイルを戻してください。',
  },
  'image.not-as-inspected': { message: '{file}は検査したときの画像ではありません。', next: putBack },
  'image.not-to-teach': {
    message: '{file}は検査したときの画像ではないため、教え込めません。',
    next: putBack,
  },
  'image.without-page': {
    message: '{file}は検査したときの画像ではないため、個別ページなしで示します。',
    next: putBack,
  },
};
