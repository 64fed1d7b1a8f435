// How far the lasso's objective may at most be above the least possible, summed in double precision.

export let objective: f64 = 0;
export let gap: f64 = 0;

/**
 * Sets the objective and the duality gap: the dual point is what is left of the signal, scaled to be admissible and as good as
 * a scaling can make it. T is f64 or f32.
 *
 * @param signal [length]
 * @param residual [length] what is left of it
 * @param code [count]
 * @param largest the largest correlation with what is left that can make an atom active
 */
export function measureGap<T>(
  signal: usize,
  residual: usize,
  length: i32,
  code: usize,
  count: i32,
  penalty: f64,
  largest: f64,
): void {
  let energy: f64 = 0;
  let product: f64 = 0;
  for (let i: usize = 0; i < <usize>length * sizeof<T>(); i += sizeof<T>()) {
    const rest = <f64>load<T>(residual + i);
    energy += rest * rest;
    product += rest * <f64>load<T>(signal + i);
  }
  let sum: f64 = 0;
  for (let k: usize = 0; k < <usize>count * sizeof<T>(); k += sizeof<T>()) sum += abs(<f64>load<T>(code + k));
  objective = energy / 2 + penalty * sum;
  gap = objective;
  if (!(energy > 0)) return;
  const widest = largest > 0 ? penalty / largest : Infinity;
  // Turned round, a point that is admissible for non-negative codes need not be.
  const scale = max<f64>(min(product / energy, widest), 0);
  gap = max<f64>(objective - scale * product + (scale * scale * energy) / 2, 0);
}
