import type { SectionSource } from './section-source.ts';
import { recipeInWords } from './recipe-in-words.ts';
import type { Section } from './section-model.ts';

/** Which model decided, what it had learnt from, and how it was told to look. */
export function modelSection(source: SectionSource): Section {
  const { document, texts, format } = source;
  const { model, run, limits } = document;
  const words = texts.model;
  const seconds = (value: number): string => words.seconds(format.upTo(value, 1));
  return {
    id: 'model',
    level: 1,
    title: words.heading,
    startsPage: false,
    blocks: [
      {
        kind: 'facts',
        title: words.facts,
        facts: [
          { label: words.identity, value: String(model.id) },
          { label: words.hash, value: model.hash, wide: true },
          { label: words.learnt, value: format.dateTime(model.createdAt) },
          { label: words.images, value: format.count(model.trainImages) },
          { label: words.patches, value: format.count(model.trainPatches) },
          { label: words.learningTime, value: seconds(model.trainSeconds) },
          { label: words.seed, value: String(model.seed) },
          {
            label: words.limits,
            value: words.limitsValue(format.fixed(limits.review, 2), format.fixed(limits.reject, 2)),
          },
          { label: words.run, value: String(run.id) },
          {
            label: words.speed,
            value: [seconds(run.seconds), words.speedValue(format.upTo(run.imagesPerSecond, 1))].join(
              texts.comma,
            ),
          },
        ],
      },
      { kind: 'facts', title: words.recipe, facts: recipeInWords(source) },
    ],
  };
}
