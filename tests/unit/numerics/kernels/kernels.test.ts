import { describe, expect, it } from 'vitest';
import { createKernels } from '../../../../src-main/numerics/kernels/kernels.ts';
import { loadKernels } from './load-kernels.ts';

describe('kernel memory', () => {
  it('hands out zeroed regions aligned to 64 bytes that do not overlap', () => {
    const kernels = loadKernels();
    const a = kernels.f32(5);
    const b = kernels.i32(3);
    a.view.fill(1.5);
    b.view.fill(-7);
    expect([a.pointer % 64, b.pointer % 64]).toEqual([0, 0]);
    expect(Array.from(a.view)).toEqual([1.5, 1.5, 1.5, 1.5, 1.5]);
    expect(Array.from(kernels.f32(4).view)).toEqual([0, 0, 0, 0]);
  });

  it('keeps values readable after the memory has grown', () => {
    const kernels = loadKernels();
    const values = kernels.copyF32([1, 2, 3]);
    const slice = values.slice(1);
    const before = kernels.memoryBytes();
    kernels.f32(4_000_000);
    expect(kernels.memoryBytes()).toBeGreaterThan(before);
    expect(Array.from(values.view)).toEqual([1, 2, 3]);
    expect(Array.from(slice.view)).toEqual([2, 3]);
  });

  it('reuses what was allocated since a mark, and zeroes it again', () => {
    const kernels = loadKernels();
    const mark = kernels.mark();
    const first = kernels.f32(16);
    first.view.fill(9);
    kernels.release(mark);
    const second = kernels.f32(16);
    expect(second.pointer).toBe(first.pointer);
    expect(second.view.every((value) => value === 0)).toBe(true);
  });

  it('gives scoped memory back also when the work throws', () => {
    const kernels = loadKernels();
    const mark = kernels.mark();
    expect(() =>
      kernels.scoped(() => {
        kernels.f32(100);
        throw new Error('failed');
      }),
    ).toThrow('failed');
    expect(kernels.mark()).toBe(mark);
  });

  it('refuses more than 2 GiB and stays usable', () => {
    const kernels = loadKernels();
    expect(() => kernels.f32(2 ** 29)).toThrow(RangeError);
    expect(Array.from(kernels.copyI32([4, 5]).view)).toEqual([4, 5]);
  });

  it('refuses lengths, slices and marks that make no sense', () => {
    const kernels = loadKernels();
    expect(() => kernels.f32(-1)).toThrow(RangeError);
    expect(() => kernels.i32(1.5)).toThrow(RangeError);
    expect(() => kernels.f32(4).slice(2, 5)).toThrow(RangeError);
    const above = kernels.scoped(() => {
      kernels.f32(100);
      return kernels.mark();
    });
    expect(() => {
      kernels.release(above);
    }).toThrow(RangeError);
  });

  it('refuses bytes that are not the kernels', () => {
    expect(() => createKernels(new Uint8Array([1, 2, 3, 4]))).toThrow();
  });
});
