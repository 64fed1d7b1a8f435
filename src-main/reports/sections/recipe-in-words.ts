import type { SectionSource } from './section-source.ts';
import type { Fact } from './section-model.ts';

/** The recipe as far as it matters to somebody who knows parts rather than algorithms; the appendix has all of it. */
export function recipeInWords({ document, texts, format }: SectionSource): Fact[] {
  const { recipe } = document.model;
  const words = texts.recipe;
  const largestPatch = recipe.patch.size * 2 ** (recipe.patch.scales - 1);
  const facts: Fact[] = [
    { label: words.area, value: inspectedArea(document.model.recipe.regions, { texts, format }) },
    {
      label: words.scale,
      value:
        recipe.workingScale === 'auto'
          ? words.scaleAuto
          : words.scaleFixed(format.percent(recipe.workingScale, 0)),
    },
    {
      label: words.lighting,
      value: recipe.lighting === 'median' ? words.lightingMedian : words.lightingNone,
    },
    { label: words.channels, value: words.channelModes[recipe.channels] },
    { label: words.alignment, value: words.alignmentModes[recipe.alignment] },
    {
      label: words.detail,
      value: words.detailValue(format.count(recipe.patch.size), format.count(largestPatch)),
    },
    {
      label: words.patterns,
      value: words.patternsValue(format.count(recipe.dictionary.atoms), format.count(recipe.coder.nonzeros)),
    },
    {
      label: words.decision,
      value: words.decisionValue(
        format.percent(recipe.decision.falseRejectRate, 2),
        format.percent(recipe.decision.reviewRate, 2),
      ),
    },
  ];
  return facts.map((fact) => ({ ...fact, wide: true }));
}

function inspectedArea(
  regions: { inspect: unknown[]; ignore: unknown[] },
  { texts, format }: Pick<SectionSource, 'texts' | 'format'>,
): string {
  const { inspect, ignore } = regions;
  if (inspect.length > 0) {
    return texts.recipe.someRegions(format.count(inspect.length), format.count(ignore.length));
  }
  return ignore.length > 0
    ? texts.recipe.wholeImageBut(format.count(ignore.length))
    : texts.recipe.wholeImage;
}
