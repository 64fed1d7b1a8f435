import * as z from 'zod';
import { modelStudiesSchema } from '../../src-shared/domain/model-studies.ts';
import type { ModelStudies, StudyOrigin } from '../../src-shared/domain/model-studies.ts';
import { podSchema } from '../../src-shared/domain/study.ts';
import { moment } from './moment.ts';
import { podName, sizeText } from './pod-words.ts';

const { images, detection } = modelStudiesSchema.shape;
const knownStudiesSchema = z.object({
  images: images.unwrap().omit({ points: true, curve: true }).nullable(),
  detection: detection
    .unwrap()
    .extend({ pods: z.array(podSchema.omit({ curve: true, bound: true, tried: true })) })
    .nullable(),
});
export type KnownStudies = z.infer<typeof knownStudiesSchema>;

/** What is known of a model, without the curves and trials behind it: those are as large as everything else together. */
export const knownStudies = (studies: ModelStudies): KnownStudies => knownStudiesSchema.parse(studies);

/** What is known of a model, a line for each study. */
export function describeKnown({ images, detection }: KnownStudies): string[] {
  return [
    ...(images === null ? [] : [`${enough(images)}${origin(images)}`]),
    ...(detection === null ? [] : [`${seen(detection)}${origin(detection)}`]),
  ];
}

function enough({ images, moreImages }: NonNullable<KnownStudies['images']>): string {
  return moreImages === 0 ? `${images} good images are enough` : `${moreImages} more good images would help`;
}

function seen({ pods, ...study }: NonNullable<KnownStudies['detection']>): string {
  const sure = pods.flatMap(({ a90At95, ...pod }) =>
    a90At95 === null ? [] : [`${podName(pod)} from ${sizeText(a90At95, study)}`],
  );
  return sure.length === 0
    ? 'no defect of a size that was tried is found surely'
    : `found surely: ${sure.join('; ')}`;
}

/** Of which model a study tells; empty where it is this one and was measured here. */
function origin({ taughtSince, measuredOn, elsewhere, madeAt }: StudyOrigin): string {
  const model = measuredOn === null ? 'an earlier model' : `model ${measuredOn}`;
  const taught = taughtSince === 1 ? '1 part was taught' : `${taughtSince} parts were taught`;
  const facts = [
    ...(taughtSince === 0 ? [] : [`on ${model}, before ${taught}`]),
    ...(elsewhere ? [`in another project, ${moment(madeAt)}`] : []),
  ];
  return facts.length === 0 ? '' : ` (measured ${facts.join(', ')})`;
}
