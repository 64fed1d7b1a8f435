import type { InspectRequest } from '../../../../src-shared/contract/requests.ts';

export const sourceKinds = ['folder', 'files', 'project', 'watch'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Which images of the project are inspected. */
export const projectChoices = ['not-learnt', 'unlabelled', 'defective', 'all'] as const;
export type ProjectChoice = (typeof projectChoices)[number];

/** What is filled in for a new inspection. */
export interface InspectionForm {
  readonly kind: SourceKind;
  readonly paths: readonly string[];
  readonly choice: ProjectChoice;
  readonly title: string;
  /** The model in use when null. */
  readonly modelId: number | null;
}

type Request = Pick<InspectRequest, 'images' | 'imageIds' | 'title' | 'watch' | 'modelId'>;

/** The request for an inspection. `imageIds` are those of the form's choice and only looked at for that. */
export function requestOf(form: InspectionForm, imageIds: readonly number[]): Request {
  const isProject = form.kind === 'project';
  return {
    images: isProject ? [] : [...form.paths],
    imageIds: isProject ? [...imageIds] : [],
    title: form.title.trim() === '' ? defaultTitle(form) : form.title.trim(),
    watch: form.kind === 'watch',
    ...(form.modelId === null ? {} : { modelId: form.modelId }),
  };
}

/** A folder or file gives its name to the inspection; images of the project give none. */
function defaultTitle({ kind, paths }: InspectionForm): string {
  const [first] = paths;
  if (kind === 'project' || first === undefined) return '';
  return nameOf(first).slice(0, 200);
}

/** The last part of a path of either system. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
}

interface LabelCount {
  readonly label: string | null;
  readonly count: number;
}

/** How many images each choice stands for, as far as labels tell; `learnt` are those that the model was learnt from. */
export function choiceCounts(
  labels: readonly LabelCount[],
  learnt: number,
): Readonly<Record<ProjectChoice, number>> {
  const sum = (isCounted: (label: string | null) => boolean) =>
    labels.reduce((total, { label, count }) => (isCounted(label) ? total + count : total), 0);
  const all = sum(() => true);
  return {
    'not-learnt': Math.max(0, all - learnt),
    unlabelled: sum((label) => label === null),
    defective: sum(isDefect),
    all,
  };
}

/** The labels that a choice asks for; undefined for all of them. */
export function choiceLabels(
  choice: ProjectChoice,
  labels: readonly LabelCount[],
): (string | null)[] | undefined {
  if (choice === 'unlabelled') return [null];
  return choice === 'defective' ? labels.map(({ label }) => label).filter(isDefect) : undefined;
}

const isDefect = (label: string | null) => label !== null && label !== 'good';
