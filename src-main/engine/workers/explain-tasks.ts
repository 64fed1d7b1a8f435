import type { Plane } from '../../../src-shared/domain/image.ts';
import { cutOut } from '../../detection/explain/cut-out.ts';
import type { Box, Place, PlaceExplanation } from '../../detection/explain/explain-place.ts';
import { task } from './reply.ts';
import { detector, isColour, load } from './thread.ts';
import type { ImageFacts, SharedModel } from './thread.ts';

/** A part and what a good part would have looked like, at working size, in the part's own light. */
export const viewPart = task(
  async ({
    path,
    ...model
  }: SharedModel & { path: string }): Promise<{ facts: ImageFacts; part: Plane; expected: Plane }> => {
    const { facts, grey } = await load(path, isColour(model));
    const { part, expected } = detector(model).inspect(grey);
    return { facts, part, expected };
  },
);

/** Why a part looks at one place as it does. */
export const explainPart = task(
  async ({
    path,
    place,
    ...model
  }: SharedModel & { path: string; place: Place }): Promise<{
    facts: ImageFacts;
    explanation: PlaceExplanation;
  }> => {
    const { facts, grey } = await load(path, isColour(model));
    return { facts, explanation: detector(model).explain(grey, place) };
  },
);

/** What a good part shows around a cell of the reference part. */
export const cutOutPart = task(
  async ({
    path,
    cell,
    model,
  }: SharedModel & { path: string; cell: number }): Promise<{
    facts: ImageFacts;
    box: Box;
    patch: Plane;
  }> => {
    const { facts, grey } = await load(path);
    return { facts, ...cutOut(model, grey, cell) };
  },
);
