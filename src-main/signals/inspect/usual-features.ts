import { featureCount } from './window-features.ts';

/** Mean and standard deviation of each feature among good windows, by their place in the cycle. */
export interface UsualFeatures {
  /** 1 where signals are continuous. */
  readonly places: number;
  /** The place that comes first: below 0 where cycles begin earlier than usual. */
  readonly first: number;
  /** [places x featureCount] */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Places are so much alike that the spread over all of them counts as so many parts more. */
const priorParts = 3;

/**
 * @param parts features of good parts, each [windows x featureCount]
 * @param begins  the place of the first window of each part; undefined where windows of parts are not comparable by place
 */
export function usualFeatures(
  parts: readonly Float64Array[],
  begins: readonly number[] | undefined,
): UsualFeatures {
  if (begins === undefined) return overAll(parts);
  const first = Math.min(...begins);
  const offsets = begins.map((place) => (place - first) * featureCount);
  const places = Math.max(...parts.map(({ length }, i) => (offsets[i]! + length) / featureCount));
  const means = new Float64Array(places * featureCount);
  const variances = new Float64Array(places * featureCount);
  const counts = new Float64Array(places * featureCount);
  for (let at = 0; at < means.length; at++) {
    const values = parts.flatMap((features, i) => features[at - offsets[i]!] ?? []);
    counts[at] = values.length;
    means[at] = mean(values);
    variances[at] = mean(values.map((value) => (value - means[at]!) ** 2));
  }
  const pooled = Array.from({ length: featureCount }, (_, feature) =>
    mean(Array.from({ length: places }, (_, place) => variances[place * featureCount + feature]!)),
  );
  const deviations = variances.map((variance, at) => {
    const count = counts[at]!;
    return positive(
      Math.sqrt((count * variance + priorParts * pooled[at % featureCount]!) / (count + priorParts)),
    );
  });
  return { places, first, means, deviations };
}

function overAll(parts: readonly Float64Array[]): UsualFeatures {
  const means = new Float64Array(featureCount);
  const deviations = new Float64Array(featureCount);
  for (let feature = 0; feature < featureCount; feature++) {
    const values = parts.flatMap((features) =>
      Array.from(features.filter((_, i) => i % featureCount === feature)),
    );
    const centre = mean(values);
    means[feature] = centre;
    deviations[feature] = positive(Math.sqrt(mean(values.map((value) => (value - centre) ** 2))));
  }
  return { places: 1, first: 0, means, deviations };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const positive = (deviation: number) => (deviation > 0 ? deviation : 1e-12);
