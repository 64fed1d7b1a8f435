import type { projects as english } from '../en/projects.ts';
import type { InLanguage } from '../reason-texts.ts';

export const projects: InLanguage<typeof english> = {
  'project.none-open': {
    message: '開いているプロジェクトがありません。',
    next: '先にプロジェクトを開くか、新しく作成してください。',
  },
  'project.damaged': {
    message: 'プロジェクトファイルが壊れています。',
    next: 'ファイルには何も書き込んでいません。バックアップに戻すか、ファイルをお送りください。',
  },
  'project.locked': {
    message: 'このプロジェクトは別のSparsightで開かれています。',
    next: 'そちらで閉じてから、もう一度お試しください。',
  },
  'project.read-only': {
    message: 'このプロジェクトは読み取れますが、変更できません。',
    next: '書き込み権限のあるフォルダーにコピーして、コピーを開いてください。',
  },
  'project.not-a-project': {
    message: 'このファイルはSparsightのプロジェクトではありません。',
    next: '名前が.sparsightで終わる、Sparsightで作成したファイルを選んでください。',
  },
  'project.drive-failed': {
    message: 'プロジェクトの使用中にドライブに障害が起きました。',
    next: 'ドライブが接続され、正常であることを確かめてから、プロジェクトを開き直してください。',
  },
  'project.disk-full': {
    message: 'ディスクの空きがないため、書き込みを取り消しました。',
    next: '空き容量を増やしてから、もう一度お試しください。',
  },
  'project.unreadable': {
    message: 'プロジェクトファイルを読み取れません。',
    next: 'ファイルの読み取り権限と、ドライブの接続を確かめてください。',
  },
  'project.missing': {
    message: 'その名前のプロジェクトファイルはありません。',
    next: '名前を確かめるか、学習して新しいプロジェクトを作成してください。',
  },
  'project.no-folder': {
    message: 'プロジェクトを置くフォルダーがありません。',
    next: '先にフォルダーを作成するか、別のフォルダーを選んでください。',
  },
  'project.newer': {
    message: 'このプロジェクトは、より新しいSparsightで作成されています。',
    next: 'Sparsightを更新してから、もう一度開いてください。',
  },
  'project.older': {
    message: 'このプロジェクトは古いSparsightで作成されたもので、読み取る前に更新が必要です。',
    next: '書き込めるフォルダーから、一度書き込み可能な状態で開いてください。',
  },
  'project.exists': {
    message: 'その名前のファイルがすでにあります。',
    next: '別の名前にするか、そのファイルを開いてください。',
  },
  'project.copy-exists': {
    message: 'その名前のファイルがすでにあります。',
    next: 'コピーに別の名前を付けてください。',
  },
  'project.long-name': {
    message: 'プロジェクトの名前またはパスが長すぎます（名前は{name}バイト、パスは{path}バイトまで）。',
    next: '短い名前、または上位のフォルダーを選んでください。',
  },
  'project.odd-name': {
    message: 'プロジェクトのファイル名の末尾に空白があるか、使えない文字が含まれています。',
    next: '別の名前にしてください。',
  },

  'model.none': {
    message: 'プロジェクトにモデルがまだありません。',
    next: '先に良品から学習してください。',
  },
  'model.unknown': {
    message: 'プロジェクトにモデル{model}はありません。',
    next: 'プロジェクトのモデルの一覧を確かめてください。',
  },
  'model.in-use-once': {
    message: '1件の検査がモデル{model}を使っています。',
    next: '先にその検査を削除するか、モデルを残してください。',
  },
  'model.in-use': {
    message: '{inspections}件の検査がモデル{model}を使っています。',
    next: '先にそれらの検査を削除するか、モデルを残してください。',
  },
  'model.foreign': {
    message:
      'モデル{model}は別のバージョンのSparsightで学習されたもので、このバージョンでは検査に使えません。',
    next: '同じ良品から新しいモデルを学習してください。',
  },
  'model.no-scale': {
    message: 'モデル{model}にスケール{scale}はありません。',
    next: 'モデルに示されたスケールから選んでください。',
  },
  'model-file.unreadable': {
    message: '{file}を読み取れません。',
    next: 'ファイルがあることと、読み取り権限を確かめてください。',
  },
  'model-file.not-one': {
    message: 'このファイルはSparsightのモデルではありません。',
    next: 'Sparsightから書き出したファイルを選んでください。',
  },
  'model-file.newer': {
    message: 'このファイルは、より新しいSparsightで書き出されています。',
    next: 'Sparsightを更新してから、もう一度取り込んでください。',
  },
  'model-file.damaged': {
    message: 'モデルファイルが壊れており、書き出したときの内容と一致しません。',
    next: 'モデルを書き出し直すか、ファイルを取得し直してください。',
  },
};
