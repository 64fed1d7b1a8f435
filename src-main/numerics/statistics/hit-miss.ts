/** One look at a flaw of a known size (positive, any unit), and whether it was found. */
export interface HitMissTrial {
  readonly size: number;
  readonly hit: boolean;
}

/**
 * What a set of trials can tell: 'fitted' when misses and hits overlap; 'separated' when every miss is smaller than
 * every hit, so that the curve is a step; 'all-found' and 'none-found'; 'no-trend' when larger flaws are not found more
 * often.
 */
export type HitMissOutcome = 'fitted' | 'separated' | 'all-found' | 'none-found' | 'no-trend';

/** logit POD(a) = intercept + slope ln a; only where the outcome is 'fitted' do the two mean anything. */
export interface HitMissFit {
  readonly outcome: HitMissOutcome;
  readonly intercept: number;
  readonly slope: number;
  /** At the maximum over all slopes that are not negative. */
  readonly logLikelihood: number;
}

/**
 * Maximum-likelihood fit of the hit/miss model with the logit link on ln a (MIL-HDBK-1823A, Appendix G).
 *
 * @param trials at least one
 * @throws RangeError without trials, or for a size that is not positive
 */
export function fitHitMiss(trials: readonly HitMissTrial[]): HitMissFit {
  if (trials.length === 0) throw new RangeError('a hit/miss fit needs trials');
  if (!trials.every(({ size }) => size > 0 && Number.isFinite(size))) {
    throw new RangeError('flaw sizes must be positive');
  }
  const hits = trials.filter(({ hit }) => hit).map(({ size }) => size);
  const misses = trials.filter(({ hit }) => !hit).map(({ size }) => size);
  const without = (outcome: HitMissOutcome, logLikelihood: number): HitMissFit => ({
    outcome,
    intercept: 0,
    slope: 0,
    logLikelihood,
  });
  if (misses.length === 0) return without('all-found', 0);
  if (hits.length === 0) return without('none-found', 0);
  if (Math.max(...misses) < Math.min(...hits)) return without('separated', 0);

  const share = hits.length / trials.length;
  const flat = hits.length * Math.log(share) + misses.length * Math.log1p(-share);
  if (meanOfLogs(hits) <= meanOfLogs(misses)) return without('no-trend', flat);
  return { outcome: 'fitted', ...maximise(trials) };
}

const meanOfLogs = (sizes: readonly number[]) =>
  sizes.reduce((sum, size) => sum + Math.log(size), 0) / sizes.length;

/** Newton's method on the concave log-likelihood, with steps halved until it rises. */
function maximise(trials: readonly HitMissTrial[]): Omit<HitMissFit, 'outcome'> {
  const centre = meanOfLogs(trials.map(({ size }) => size));
  const points = trials.map(({ size, hit }) => ({ x: Math.log(size) - centre, hit }));
  const value = (a: number, b: number) =>
    points.reduce((sum, { x, hit }) => sum + logSigmoid(hit ? a + b * x : -a - b * x), 0);
  let intercept = 0;
  let slope = 0;
  let logLikelihood = value(0, 0);
  for (let iteration = 0; iteration < 100; iteration++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { x, hit } of points) {
      const probability = sigmoid(intercept + slope * x);
      const error = (hit ? 1 : 0) - probability;
      const weight = probability * (1 - probability);
      g0 += error;
      g1 += error * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-14)) break;
    const step = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant] as const;
    let length = 1;
    let next = value(intercept + step[0], slope + step[1]);
    while (next < logLikelihood && length > 1e-6) {
      length /= 2;
      next = value(intercept + length * step[0], slope + length * step[1]);
    }
    const gain = next - logLikelihood;
    if (gain < 0) break;
    intercept += length * step[0];
    slope += length * step[1];
    logLikelihood = next;
    if (gain < 1e-12) break;
  }
  return { intercept: intercept - slope * centre, slope, logLikelihood };
}

/**
 * The log-likelihood of the best curve that passes through one point, over all slopes that are not negative.
 *
 * @param size        of the point, positive
 * @param probability of detection there, in (0, 1)
 */
export function profileLogLikelihood(
  trials: readonly HitMissTrial[],
  size: number,
  probability: number,
): number {
  const logit = Math.log(probability / (1 - probability));
  // A miss at x is a hit at -x of the mirrored curve, so that the loops below have one case only.
  const signs = trials.map(({ hit }) => (hit ? 1 : -1));
  const x = trials.map((trial) => Math.log(trial.size / size));
  const value = (slope: number) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += logSigmoid(signs[i]! * (logit + slope * x[i]!));
    return sum;
  };
  // Concave in the slope, so the derivative falls: Newton's method within an interval that holds its root.
  let [low, high] = [0, Infinity];
  let slope = 0;
  for (let step = 0; step < mostSlopeSteps; step++) {
    let [derivative, curvature] = [0, 0];
    for (let i = 0; i < x.length; i++) {
      const missed = sigmoid(-signs[i]! * (logit + slope * x[i]!));
      derivative += signs[i]! * x[i]! * missed;
      curvature += x[i]! * x[i]! * missed * (1 - missed);
    }
    if (derivative > 0) low = slope;
    else high = slope;
    if (high === 0 || low >= steepest) break;
    const newton = slope + derivative / curvature;
    const inside = newton > low && newton < high;
    const next = inside ? newton : high === Infinity ? 2 * slope + 1 : (low + high) / 2;
    if (Math.abs(next - slope) <= 1e-9 * (1 + slope)) break;
    slope = next;
  }
  return value(slope);
}

/** Beyond this slope the curve is a step for any sizes that differ by a thousandth. */
const steepest = 2 ** 16;
const mostSlopeSteps = 60;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** ln(1 / (1 + exp(-x))) without overflow. */
const logSigmoid = (x: number) => (x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x)));
