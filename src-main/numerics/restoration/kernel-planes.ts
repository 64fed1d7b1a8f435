import type { Size } from '../../../src-shared/domain/image.ts';
import type { F32, F64, Kernels } from '../kernels/kernels.ts';

/** A plane in kernel memory with zeros around it. */
export interface KernelPlane {
  /** Byte address of the first pixel. */
  readonly first: number;
  /** Byte address of the first pixel of row y. */
  row(y: number): number;
  /** Copies the plane into out [height x width]. */
  readonly read: (out: Float64Array) => void;
}

/**
 * Planes as the kernels of total variation want them: rows of whole vectors, at least one number wider than the picture, a
 * row of zeros above and one below.
 */
export interface KernelPlanes {
  /** Numbers from one row to the next. */
  readonly stride: number;
  /** Byte address of a row [stride] with all bits set where a pixel has a neighbour on its right. */
  readonly inside: number;
  /** A plane of the values [height x width], or of zeros. */
  plane(values?: Float64Array): KernelPlane;
}

/** Planes of one size; they last as long as the kernels keep what this allocated. */
export function kernelPlanes(
  kernels: Kernels,
  { width, height }: Size,
  precision: 'double' | 'single',
): KernelPlanes {
  const bytes = precision === 'single' ? 4 : 8;
  const perVector = 16 / bytes;
  const stride = Math.ceil((width + 1) / perVector) * perVector;
  const rowBytes = stride * bytes;
  const inside = kernels.i32(rowBytes / 4);
  inside.view.fill(-1, 0, ((width - 1) * bytes) / 4);
  return {
    stride,
    inside: inside.pointer,
    plane(values) {
      const length = (height + 2) * stride;
      const region: F32 | F64 = precision === 'single' ? kernels.f32(length) : kernels.f64(length);
      if (values)
        for (let y = 0; y < height; y++)
          region.view.set(values.subarray(y * width, (y + 1) * width), (y + 1) * stride);
      const row = (y: number) => region.pointer + (y + 1) * rowBytes;
      return {
        first: row(0),
        row,
        read(out) {
          const { view } = region;
          for (let y = 0; y < height; y++)
            out.set(view.subarray((y + 1) * stride, (y + 1) * stride + width), y * width);
        },
      };
    },
  };
}
