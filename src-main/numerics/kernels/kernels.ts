import type { KernelFunctions } from './kernel-functions.ts';

/** A run of 32-bit values inside the WebAssembly memory that the kernels work on. */
interface Region<View> {
  /** Byte address inside the memory, for the kernels. */
  readonly pointer: number;
  /** Number of values, not bytes. */
  readonly length: number;
  /**
   * The values. Growing the memory detaches earlier views, so read this again after anything that may
   * allocate; do not keep it across calls.
   */
  readonly view: View;
}

/** Single-precision values in kernel memory. */
export interface F32 extends Region<Float32Array> {
  /** The values from start to end (exclusive), sharing the same memory. */
  slice(start: number, end?: number): F32;
}

/** 32-bit integers in kernel memory. */
export interface I32 extends Region<Int32Array> {
  /** The values from start to end (exclusive), sharing the same memory. */
  slice(start: number, end?: number): I32;
}

/** A height of the arena, to return to later. */
export type ArenaMark = number & { readonly arenaMark: unique symbol };

/**
 * The WebAssembly kernels with the memory they work on. Memory is an arena used as a stack: allocate, use,
 * and give back everything allocated since a mark. One instance serves one thread.
 */
export interface Kernels {
  readonly functions: KernelFunctions;
  /** Zeroed single-precision values, 64-byte aligned. Throws RangeError when 2 GiB are used up. */
  f32(length: number): F32;
  /** Zeroed 32-bit integers, 64-byte aligned. Throws RangeError when 2 GiB are used up. */
  i32(length: number): I32;
  /** A copy of the given values in kernel memory. */
  copyF32(values: ArrayLike<number>): F32;
  /** A copy of the given values in kernel memory. */
  copyI32(values: ArrayLike<number>): I32;
  mark(): ArenaMark;
  /** Gives back everything allocated since the mark; regions allocated after it must no longer be used. */
  release(mark: ArenaMark): void;
  /** Runs the work and gives back what it allocated, also when it throws. */
  scoped<Result>(work: () => Result): Result;
  /** Bytes of memory held at present; it never shrinks. */
  memoryBytes(): number;
}

const pageBytes = 65_536;
const initialPages = 16;
const maximumPages = 32_768;
const alignment = 64;

/**
 * Instantiates the kernels on a fresh memory.
 *
 * @param wasm the bytes of kernels.wasm, read by the caller
 * @throws WebAssembly.CompileError when the bytes are not the kernels, or the machine lacks SIMD
 */
export function createKernels(wasm: ArrayBufferView<ArrayBuffer> | ArrayBuffer): Kernels {
  const memory = new WebAssembly.Memory({ initial: initialPages, maximum: maximumPages });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    env: {
      memory,
      abort: () => {
        throw new Error('A numerical kernel stopped itself.');
      },
    },
  });
  const functions = instance.exports as unknown as KernelFunctions;
  let top = roundUp(functions.heapBase());

  function allocate(length: number): number {
    if (!Number.isSafeInteger(length) || length < 0)
      throw new RangeError(`A region cannot hold ${length} values.`);
    const pointer = top;
    const end = roundUp(pointer + length * 4);
    const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) grow(memory, missing);
    top = end;
    return pointer;
  }

  const kernels: Kernels = {
    functions,
    f32(length) {
      const region = f32Region(memory, allocate(length), length);
      region.view.fill(0);
      return region;
    },
    i32(length) {
      const region = i32Region(memory, allocate(length), length);
      region.view.fill(0);
      return region;
    },
    copyF32(values) {
      const region = f32Region(memory, allocate(values.length), values.length);
      region.view.set(values);
      return region;
    },
    copyI32(values) {
      const region = i32Region(memory, allocate(values.length), values.length);
      region.view.set(values);
      return region;
    },
    mark: () => top as ArenaMark,
    release(mark) {
      if (mark > top) throw new RangeError('The mark lies above what is allocated.');
      top = mark;
    },
    scoped(work) {
      const mark = top;
      try {
        return work();
      } finally {
        top = mark;
      }
    },
    memoryBytes: () => memory.buffer.byteLength,
  };
  return kernels;
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/** Grows by at least an eighth, so that many small allocations do not each copy or detach the memory. */
function grow(memory: WebAssembly.Memory, missing: number): void {
  const present = memory.buffer.byteLength / pageBytes;
  const room = maximumPages - present;
  if (missing > room) throw new RangeError('The numerical kernels have used up their 2 GiB of memory.');
  memory.grow(Math.min(room, Math.max(missing, present >> 3)));
}

function f32Region(memory: WebAssembly.Memory, pointer: number, length: number): F32 {
  let view = new Float32Array(memory.buffer, pointer, length);
  return {
    pointer,
    length,
    get view() {
      if (view.buffer !== memory.buffer) view = new Float32Array(memory.buffer, pointer, length);
      return view;
    },
    slice(start, end = length) {
      checkSlice(start, end, length);
      return f32Region(memory, pointer + start * 4, end - start);
    },
  };
}

function i32Region(memory: WebAssembly.Memory, pointer: number, length: number): I32 {
  let view = new Int32Array(memory.buffer, pointer, length);
  return {
    pointer,
    length,
    get view() {
      if (view.buffer !== memory.buffer) view = new Int32Array(memory.buffer, pointer, length);
      return view;
    },
    slice(start, end = length) {
      checkSlice(start, end, length);
      return i32Region(memory, pointer + start * 4, end - start);
    },
  };
}

function checkSlice(start: number, end: number, length: number): void {
  if (!(start >= 0 && start <= end && end <= length))
    throw new RangeError(`The slice ${start}..${end} lies outside a region of ${length} values.`);
}
