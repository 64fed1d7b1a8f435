import { featureCount } from './window-features.ts';

/** Mean and standard deviation of each feature among good windows, by their place in the cycle. */
export interface UsualFeatures {
  /** 1 where signals are continuous. */
  readonly places: number;
  /** [places x featureCount] */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Places are so much alike that the spread over all of them counts as so many parts more. */
const priorParts = 3;

/**
 * @param parts features of good parts, each [windows x featureCount]
 * @param byPlace whether the n-th windows of parts are comparable
 */
export function usualFeatures(parts: readonly Float64Array[], byPlace: boolean): UsualFeatures {
  if (!byPlace) return overAll(parts);
  const places = Math.max(...parts.map((features) => features.length / featureCount));
  const means = new Float64Array(places * featureCount);
  const variances = new Float64Array(places * featureCount);
  const counts = new Float64Array(places * featureCount);
  for (let at = 0; at < means.length; at++) {
    const values = parts.flatMap((features) => (at < features.length ? [features[at]!] : []));
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
  return { places, means, deviations };
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
  return { places: 1, means, deviations };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const positive = (deviation: number) => (deviation > 0 ? deviation : 1e-12);
