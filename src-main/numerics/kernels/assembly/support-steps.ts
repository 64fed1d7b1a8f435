// The step of feature-sign search (Lee, Battle, Raina & Ng 2006) in double precision: the atoms in use go straight towards the
// point that would be least if all coefficients kept their signs, and stop where the first of them passes zero.

import { activeTimes, combineActive, join, leave, weightsOf } from './active-atoms';
import { atomCount, coefficients, isActive, measureResidual, residual, roundResidual, stride } from './regression';
import { at, atomAt, put, size, timesInverse } from './support';

let most: i32 = 0;
/** [most, rounded up] what the correlations miss of the penalty, and where the coefficients go; [stride] its image. */
let slopes: usize = 0;
let direction: usize = 0;
let image: usize = 0;

export function supportStepsBytes(strideOfRows: i32, mostActive: i32): i32 {
  return (2 * ((mostActive + 3) & ~3) + strideOfRows) * 8;
}

export function placeSupportSteps(address: usize, mostActive: i32): void {
  most = mostActive;
  slopes = address;
  direction = slopes + (<usize>((most + 3) & ~3) << 3);
  image = direction + (<usize>((most + 3) & ~3) << 3);
}

/** Makes up to so many steps, fewer once no coefficient stands in the way; measures what is left before and after them. */
export function descendOverSupport(penalty: f64, steps: i32): void {
  takeInThoseInUse();
  measureResidual();
  for (let i = 0; i < steps; i++) {
    if (step(penalty)) break;
    letGoOfZeros();
  }
  roundResidual();
}

function letGoOfZeros(): void {
  for (let place = size - 1; place >= 0; place--) {
    const k = atomAt(place);
    if (at(coefficients, k) != 0) continue;
    store<i32>(isActive + (<usize>k << 2), 0);
    leave(place);
  }
}

function takeInThoseInUse(): void {
  letGoOfZeros();
  for (let k = 0; k < atomCount; k++) {
    const isIn = isActive + (<usize>k << 2);
    if (load<i32>(isIn) != 0) continue;
    // What depends on those in use gives way, or one of them does.
    while (at(coefficients, k) != 0) {
      if (size < most && join(k, at(coefficients, k) < 0 ? -1 : 1)) {
        store<i32>(isIn, -1);
        break;
      }
      if (!exchange(k)) break;
      letGoOfZeros();
    }
  }
}

/**
 * Moves an atom that depends on those in use against them, which leaves the residual as it is, the way that the sum of
 * magnitudes falls, until a coefficient is zero; returns whether one is.
 */
function exchange(k: i32): bool {
  weightsOf(k, direction);
  const own = at(coefficients, k);
  let slope: f64 = own < 0 ? -1 : 1;
  for (let place = 0; place < size; place++)
    slope -= at(coefficients, atomAt(place)) < 0 ? -at(direction, place) : at(direction, place);
  const way: f64 = slope > 0 ? -1 : 1;
  let length = own * way < 0 ? abs(own) : <f64>Infinity;
  let blocking = k;
  for (let place = 0; place < size; place++) {
    const zero = at(coefficients, atomAt(place)) / (way * at(direction, place));
    if (zero > 0 && zero < length) {
      length = zero;
      blocking = atomAt(place);
    }
  }
  if (!(length < Infinity)) return false;
  put(coefficients, k, own + way * length);
  for (let place = 0; place < size; place++) {
    const other = atomAt(place);
    put(coefficients, other, at(coefficients, other) - way * length * at(direction, place));
  }
  put(coefficients, blocking, 0);
  return true;
}

/** One step; returns true when no coefficient stood in the way. */
function step(penalty: f64): bool {
  activeTimes(residual, slopes);
  for (let place = 0; place < size; place++) {
    const sign: f64 = at(coefficients, atomAt(place)) < 0 ? -1 : 1;
    put(slopes, place, at(slopes, place) - penalty * sign);
  }
  timesInverse(slopes, direction);
  combineActive(direction, image);
  let product: f64 = 0;
  let length: f64 = Infinity;
  let blocking = -1;
  for (let place = 0; place < size; place++) {
    product += at(slopes, place) * at(direction, place);
    const zero = -at(coefficients, atomAt(place)) / at(direction, place);
    if (zero > 0 && zero < length) {
      length = zero;
      blocking = atomAt(place);
    }
  }
  let energy: f64 = 0;
  for (let i = 0; i < stride; i++) energy += at(image, i) * at(image, i);
  // 1 but for what rounding has done to the inverse.
  const whole = product / energy;
  if (!(whole > 0)) return true;
  if (whole < length) {
    length = whole;
    blocking = -1;
  }
  for (let place = 0; place < size; place++) {
    const k = atomAt(place);
    put(coefficients, k, at(coefficients, k) + length * at(direction, place));
  }
  if (blocking >= 0) put(coefficients, blocking, 0);
  const lengths = f64x2.splat(-length);
  for (let offset: usize = 0; offset < <usize>stride << 3; offset += 16)
    v128.store(
      residual + offset,
      f64x2.relaxed_madd(lengths, v128.load(image + offset), v128.load(residual + offset)),
    );
  return blocking < 0;
}
