import type { Size } from '../../../src-shared/domain/image.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { mirrorOf } from './fourier-2d.ts';

/** The kernels take whole vectors of half a row: planes with a shorter side they do not transform. */
export const smallestKernelSide = 8;

/**
 * Numbers behind each row: with rows of a power of two the numbers of a column would fall on the same few lines of the
 * processor's cache.
 */
const spare = 16;

/**
 * Real planes in kernel memory that are filtered frequency by frequency, in single precision; they last as long as the
 * kernels keep what this allocated.
 */
export interface FourierKernels {
  readonly size: Size;
  /** Numbers from one row of a plane to the next, and of a whole plane. */
  readonly stride: number;
  readonly length: number;
  /** A plane of zeros. */
  readonly plane: () => F32;
  /** @param values [height x width] real factors, zero frequency first, the same at k and -k */
  filter(values: Float64Array): F32;
  /** Multiplies the spectrum of a plane by a filter, in place. */
  apply(filter: F32, plane: F32): void;
  /**
   * The real part of the plane of a unitary spectrum.
   *
   * @param values [height x width], complex, zero frequency first
   */
  planeOf(values: Float64Array, plane: F32): void;
}

/** @param size sides are powers of two, at least {@link smallestKernelSide} */
export function fourierKernels(kernels: Kernels, size: Size): FourierKernels {
  const { functions } = kernels;
  const { width, height } = size;
  const stride = width + spare;
  const highest = height / 2;
  const halfStride = highest + spare;
  const turnsX = kernels.copyF32(turns(width)).pointer;
  const turnsY = kernels.copyF32(turns(height)).pointer;
  const rowOf = bitReversal(width);
  const half = kernels.f32(2 * width * halfStride);
  /** Calls back with the places in half a spectrum and in a whole one. */
  const forHalf = (put: (place: number, i: number) => void) => {
    for (let y = 0; y <= highest; y++)
      for (let x = 0; x < width; x++) put(rowOf[x]! * halfStride + y, y * width + x);
  };
  return {
    size,
    stride,
    length: height * stride,
    plane: () => kernels.f32(height * stride),
    filter(values) {
      const region = kernels.f32(width * halfStride);
      const { view } = region;
      const share = 1 / (2 * width * height);
      forHalf((place, i) => {
        view[place] = share * values[i]!;
      });
      return region;
    },
    apply(filter, plane) {
      functions.filterByFourier(
        plane.pointer,
        width,
        height,
        stride,
        turnsX,
        turnsY,
        filter.pointer,
        halfStride,
        half.pointer,
      );
    },
    planeOf(values, plane) {
      const { view } = half;
      const imaginary = width * halfStride;
      const share = 1 / (2 * Math.sqrt(width * height));
      forHalf((place, i) => {
        // The imaginary part of the plane has the part of the spectrum that is not conjugate to its mirror image.
        const mirror = mirrorOf(i, size);
        view[place] = share * (values[2 * i]! + values[2 * mirror]!);
        view[imaginary + place] = share * (values[2 * i + 1]! - values[2 * mirror + 1]!);
      });
      functions.planeOfHalfSpectrum(
        plane.pointer,
        width,
        height,
        stride,
        turnsX,
        turnsY,
        halfStride,
        half.pointer,
      );
    },
  };
}

/** [length][2] exp(-2 pi i t / length) */
function turns(length: number): Float64Array {
  const table = new Float64Array(2 * length);
  for (let t = 0; t < length; t++) {
    const angle = (-2 * Math.PI * t) / length;
    table[2 * t] = Math.cos(angle);
    table[2 * t + 1] = Math.sin(angle);
  }
  return table;
}

/** [length] every index with its bits in reverse. */
function bitReversal(length: number): Int32Array {
  const reversed = new Int32Array(length);
  for (let i = 1; i < length; i++) reversed[i] = (reversed[i >> 1]! >> 1) | (i & 1 ? length >> 1 : 0);
  return reversed;
}
