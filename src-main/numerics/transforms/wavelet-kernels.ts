import type { Size } from '../../../src-shared/domain/image.ts';
import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';

type Direction = 'forward' | 'backward';
type Precision = NonNullable<KernelOptions['precision']>;

/**
 * A wavelet in kernel memory; it lasts as long as the kernels keep what this allocated.
 *
 * @param h two or four taps
 * @returns transforms a plane in place, with rows of `stride` numbers; the scratch is as long as the plane
 */
export function waveletKernels(
  kernels: Kernels,
  h: readonly number[],
  precision: Precision,
): (
  direction: Direction,
  plane: { readonly pointer: number },
  size: Size & { readonly stride: number },
  levels: number,
  scratch: { readonly pointer: number },
) => void {
  const { functions } = kernels;
  const isSingle = precision === 'single';
  const table = tapTable(h);
  const taps = isSingle ? kernels.copyF32(table) : kernels.copyF64(table);
  const forward = isSingle ? functions.waveletForward32 : functions.waveletForward64;
  const backward = isSingle ? functions.waveletBackward32 : functions.waveletBackward64;
  return (direction, plane, { width, height, stride }, levels, scratch) => {
    const transform = direction === 'forward' ? forward : backward;
    transform(plane.pointer, width, height, stride, levels, taps.pointer, scratch.pointer);
  };
}

/** Transforms a plane [height x width] in place. */
export function waveletByKernels(
  kernels: Kernels,
  plane: Float64Array,
  size: Size,
  h: readonly number[],
  levels: number,
  direction: Direction,
  precision: Precision,
): void {
  kernels.scoped(() => {
    const transform = waveletKernels(kernels, h, precision);
    const isSingle = precision === 'single';
    const region = isSingle ? kernels.copyF32(plane) : kernels.copyF64(plane);
    const scratch = isSingle ? kernels.f32(plane.length) : kernels.f64(plane.length);
    transform(direction, region, { ...size, stride: size.width }, levels, scratch);
    plane.set(region.view);
  });
}

/** What assembly/wavelet.ts wants: four taps h, g, and what synthesis takes of both at even and at odd places. */
function tapTable(h: readonly number[]): number[] {
  const g = h.map((_, j) => (j % 2 === 0 ? 1 : -1) * h[h.length - 1 - j]!);
  const four = (taps: readonly number[]) => (taps.length === 2 ? [0, ...taps, 0] : taps);
  const [h0, h1, h2, h3] = four(h) as [number, number, number, number];
  const [g0, g1, g2, g3] = four(g) as [number, number, number, number];
  return [...[h0, h1, h2, h3], ...[g0, g1, g2, g3], ...[h1, g1, h3, g3], ...[h0, g0, h2, g2]];
}
