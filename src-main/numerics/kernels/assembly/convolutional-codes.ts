// Convolutional sparse coding by FISTA in single precision; what is laid out how is said in convolution.ts.

import { subtractSynthesis, correlateFilters } from './convolution';
import { gap, measureGap, objective } from './duality-gap';
import { proximalStep } from './proximal-gradient';
import { setPenalty } from './thresholds';
import { largestMagnitude } from './vectors';

const stepsPerCheck = 10;
/** Bytes after a plane that reading whole vectors may reach. */
const spare = 64;

/** Bytes that convolutionalCodes needs to work with. */
export function convolutionalCodesScratch(
  filters: i32,
  mapHeight: i32,
  mapStride: i32,
  height: i32,
  planeStride: i32,
): i32 {
  return 3 * filters * mapHeight * mapStride * 4 + height * planeStride * 4 + spare;
}

/**
 * @param taps [filters x size x tapStride]
 * @param plane [height x planeStride] the picture
 * @param maps [filters x height - size + 1 x mapStride]; on entry where to start, on return the codes
 * @param step one over the largest eigenvalue of synthesis and its transpose
 * @param goal duality gap to stop at
 * @param report 3 numbers in double precision: objective, gap, iterations
 */
export function convolutionalCodes(
  taps: usize,
  filters: i32,
  size: i32,
  tapStride: i32,
  plane: usize,
  height: i32,
  planeStride: i32,
  maps: usize,
  mapWidth: i32,
  mapStride: i32,
  penalty: f32,
  step: f32,
  goal: f64,
  maxIterations: i32,
  report: usize,
  scratch: usize,
): void {
  const mapHeight = height - size + 1;
  const codes = filters * mapHeight * mapStride;
  const bytes = <usize>codes << 2;
  const pixels = height * planeStride;
  const oldMaps = scratch;
  const oldGradient = oldMaps + bytes;
  const gradient = oldGradient + bytes;
  const residual = gradient + bytes;
  setPenalty(0, penalty);
  memory.fill(residual + (<usize>pixels << 2), 0, spare);
  let t: f32 = 1;
  let push: f32 = 0;
  for (let iteration = 0; ; iteration++) {
    memory.copy(residual, plane, <usize>pixels << 2);
    subtractSynthesis(taps, filters, size, tapStride, maps, mapHeight, mapStride, residual, planeStride);
    correlateFilters(
      taps,
      filters,
      size,
      tapStride,
      residual,
      planeStride,
      gradient,
      mapWidth,
      mapHeight,
      mapStride,
    );
    if (iteration == 0) {
      memory.copy(oldMaps, maps, bytes);
      memory.copy(oldGradient, gradient, bytes);
    }
    if (iteration % stepsPerCheck == 0 || iteration == maxIterations) {
      measureGap<f32>(plane, residual, pixels, maps, codes, penalty, largestMagnitude(gradient, bytes));
      if (gap <= goal || iteration == maxIterations) {
        store<f64>(report, objective);
        store<f64>(report, gap, 8);
        store<f64>(report, iteration, 16);
        return;
      }
    }
    if (proximalStep(maps, gradient, oldMaps, oldGradient, bytes, step, push) > 0) t = 1;
    const next: f32 = (1 + sqrt<f32>(1 + 4 * t * t)) / 2;
    push = (t - 1) / next;
    t = next;
  }
}
