import type { KernelFunctions } from './kernel-functions.ts';

/** A run of values of one kind inside the WebAssembly memory that the kernels work on. */
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
  /** The values from start to end (exclusive), sharing the same memory. */
  slice(start: number, end?: number): Region<View>;
}

/** Single-precision values in kernel memory. */
export type F32 = Region<Float32Array>;

/** Double-precision values in kernel memory. */
export type F64 = Region<Float64Array>;

/** 32-bit integers in kernel memory. */
export type I32 = Region<Int32Array>;

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
  /** Zeroed double-precision values, 64-byte aligned. Throws RangeError when 2 GiB are used up. */
  f64(length: number): F64;
  /** Zeroed 32-bit integers, 64-byte aligned. Throws RangeError when 2 GiB are used up. */
  i32(length: number): I32;
  /** A copy of the given values in kernel memory. */
  copyF32(values: ArrayLike<number>): F32;
  /** A copy of the given values in kernel memory. */
  copyF64(values: ArrayLike<number>): F64;
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

  function allocate<View extends AnyView>(kind: ViewOf<View>, length: number): Region<View> {
    if (!Number.isSafeInteger(length) || length < 0)
      throw new RangeError(`A region cannot hold ${length} values.`);
    const pointer = top;
    const end = roundUp(pointer + length * kind.BYTES_PER_ELEMENT);
    const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) grow(memory, missing);
    top = end;
    return regionOf(memory, kind, pointer, length);
  }

  function zeroed<View extends AnyView>(kind: ViewOf<View>, length: number): Region<View> {
    const region = allocate(kind, length);
    region.view.fill(0);
    return region;
  }

  function copied<View extends AnyView>(kind: ViewOf<View>, values: ArrayLike<number>): Region<View> {
    const region = allocate(kind, values.length);
    region.view.set(values);
    return region;
  }

  const kernels: Kernels = {
    functions,
    f32: (length) => zeroed<Float32Array>(Float32Array, length),
    f64: (length) => zeroed<Float64Array>(Float64Array, length),
    i32: (length) => zeroed<Int32Array>(Int32Array, length),
    copyF32: (values) => copied<Float32Array>(Float32Array, values),
    copyF64: (values) => copied<Float64Array>(Float64Array, values),
    copyI32: (values) => copied<Int32Array>(Int32Array, values),
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

type AnyView = Float32Array | Float64Array | Int32Array;

interface ViewOf<View extends AnyView> {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): View;
  readonly BYTES_PER_ELEMENT: number;
}

function regionOf<View extends AnyView>(
  memory: WebAssembly.Memory,
  kind: ViewOf<View>,
  pointer: number,
  length: number,
): Region<View> {
  let view = new kind(memory.buffer, pointer, length);
  return {
    pointer,
    length,
    get view() {
      if (view.buffer !== memory.buffer) view = new kind(memory.buffer, pointer, length);
      return view;
    },
    slice(start, end = length) {
      checkSlice(start, end, length);
      return regionOf(memory, kind, pointer + start * kind.BYTES_PER_ELEMENT, end - start);
    },
  };
}

function checkSlice(start: number, end: number, length: number): void {
  if (!(start >= 0 && start <= end && end <= length))
    throw new RangeError(`The slice ${start}..${end} lies outside a region of ${length} values.`);
}
