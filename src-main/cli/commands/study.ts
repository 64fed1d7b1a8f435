import type { StudyDetectionOutcome, StudyImagesOutcome } from '../../../src-shared/contract/outcomes.ts';
import { worthwhileGain } from '../../../src-shared/domain/study.ts';
import type { DetectionStudy, ImagesStudy, Pod } from '../../../src-shared/domain/study.ts';
import { podName, sizeText } from '../pod-words.ts';
import type { CommandResult, Session } from '../session.ts';

export interface StudyOptions {
  project: string;
  model?: number;
  seed: number;
}

export interface StudyDetectionOptions extends StudyOptions {
  trials: number;
  pixelSize?: number;
}

/** Whether a model's good images are enough. */
export async function studyImages(
  { client, runJob }: Session,
  options: StudyOptions,
): Promise<CommandResult> {
  await client.project.open({ path: options.project, mode: 'write' });
  const { model: modelId, seed } = options;
  const outcome = await runJob<StudyImagesOutcome>(client.jobs.studyImages({ modelId, seed }));
  return { document: outcome, text: describeImages(outcome.study) };
}

/** What a model can see. */
export async function studyDetection(
  { client, runJob }: Session,
  options: StudyDetectionOptions,
): Promise<CommandResult> {
  await client.project.open({ path: options.project, mode: 'write' });
  const { model: modelId, seed, trials, pixelSize } = options;
  const outcome = await runJob<StudyDetectionOutcome>(
    client.jobs.studyDetection({ modelId, seed, trials, millimetresPerPixel: pixelSize }),
  );
  return { document: outcome, text: describeDetection(outcome.study) };
}

/** The learning curve, for a person. */
export function describeImages({ images, points, gainOfDoubling, moreImages }: ImagesStudy): string {
  const doubled = `with twice as many, a defect would have to stand out ${percent(gainOfDoubling)} less`;
  return [
    moreImages === 0
      ? `${images} good images are enough: ${doubled}.`
      : `${moreImages} more good images would help: a defect would have to stand out ${percent(worthwhileGain)} less; ${doubled}.`,
    'How much a defect has to stand out, with so many good images (1 = today):',
    ...points.map((point) => `  ${String(point.images).padStart(4)}  ${point.limit.toFixed(2)}`),
  ].join('\n');
}

/** What can be seen, for a person. */
export function describeDetection({
  pods,
  parts,
  heldOut,
  smallest,
  largest,
  ...study
}: DetectionStudy): string {
  const sizes = (size: number | null) => (size === null ? '-' : sizeText(size, study)).padStart(9);
  return [
    `Defects of ${smallest.toFixed(1)} to ${largest.toFixed(0)} pixels in ${parts} good parts` +
      (heldOut ? ' that the model has not seen.' : ', which the model knows: too few to hold some back.'),
    `${''.padEnd(16)}${'found half'.padStart(11)}${'90 %'.padStart(10)}${'90 %, sure'.padStart(12)}`,
    ...pods.map((pod) =>
      `  ${podName(pod).padEnd(16)}${sizes(pod.a50)} ${sizes(pod.a90)}   ${sizes(pod.a90At95)}  ${remark(pod)}`.trimEnd(),
    ),
    'Sure: with 95 % confidence (MIL-HDBK-1823A, hit/miss). A dash: not within the sizes that were tried.',
  ].join('\n');
}

function remark({ outcome, hits, trials }: Pod): string {
  switch (outcome) {
    case 'all-found':
      return 'every one was found';
    case 'none-found':
      return 'none was found';
    case 'no-trend':
      return `${hits} of ${trials} found, larger ones no more often`;
    case 'separated':
    case 'fitted':
      return '';
  }
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
