/** Radix-4 transform of power-of-two lengths; complex arrays interleave real and imaginary parts. */
declare module 'fft.js' {
  export default class FFT {
    constructor(size: number);
    readonly size: number;
    transform(out: Float64Array, input: Float64Array): void;
    /** Divides by the size. */
    inverseTransform(out: Float64Array, input: Float64Array): void;
  }
}
