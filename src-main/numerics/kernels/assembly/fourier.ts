// The discrete Fourier transform in single precision down the columns of a complex plane, four columns at a time (Cooley &
// Tukey 1965). Two halvings are done at once. Forwards the rows come in order and the frequencies end up in the order of
// their reversed bits; backwards it is the other way about, so that nothing has to be sorted in between. Real and
// imaginary parts lie in planes of their own.

/** Columns that are done at once fill a line of the processor's cache. */
const stripBytes: usize = 64;

/** Bytes of the strip that begins at a byte of a row. */
@inline
export function stripAt(at: usize, rowBytes: usize): usize {
  return min(stripBytes, rowBytes - at);
}

/**
 * Transforms a strip of columns in place.
 *
 * @param stride bytes from one row to the next
 * @param length rows, a power of two
 * @param strip bytes of a row that are transformed, a whole number of vectors
 * @param turns [length][2] the real and imaginary part of exp(-2 pi i t / length)
 */
export function fourierForward(
  re: usize,
  im: usize,
  stride: usize,
  length: i32,
  strip: usize,
  turns: usize,
): void {
  let block = length;
  for (; block >= 4; block >>= 2) {
    const quarter = block >> 2;
    const gap = <usize>quarter * stride;
    const turn = <usize>(length / block) << 3;
    for (let j = 0; j < quarter; j++) {
      const w1 = turns + <usize>j * turn;
      const w2 = turns + <usize>(2 * j) * turn;
      const w3 = turns + <usize>(3 * j) * turn;
      for (let first = j; first < length; first += block) {
        const at = <usize>first * stride;
        splitBlock(re + at, im + at, gap, strip, w1, w2, w3);
      }
    }
  }
  if (block == 2) addAndSubtractPairs(re, im, stride, length, strip);
}

/** Undoes {@link fourierForward} but for the factor `length`. */
export function fourierBackward(
  re: usize,
  im: usize,
  stride: usize,
  length: i32,
  strip: usize,
  turns: usize,
): void {
  let block = 4;
  if (ctz(length) & 1) {
    addAndSubtractPairs(re, im, stride, length, strip);
    block = 8;
  }
  for (; block <= length; block <<= 2) {
    const quarter = block >> 2;
    const gap = <usize>quarter * stride;
    const turn = <usize>(length / block) << 3;
    for (let j = 0; j < quarter; j++) {
      const w1 = turns + <usize>j * turn;
      const w2 = turns + <usize>(2 * j) * turn;
      const w3 = turns + <usize>(3 * j) * turn;
      for (let first = j; first < length; first += block) {
        const at = <usize>first * stride;
        joinBlock(re + at, im + at, gap, strip, w1, w2, w3);
      }
    }
  }
}

/** k with its lowest `bits` bits in reverse. */
export function bitsReversed(k: i32, bits: i32): i32 {
  let reversed = 0;
  for (let b = 0; b < bits; b++) reversed |= ((k >> b) & 1) << (bits - 1 - b);
  return reversed;
}

/** Four rows a quarter of a block apart: their sums and differences, each turned. */
function splitBlock(re: usize, im: usize, gap: usize, strip: usize, w1: usize, w2: usize, w3: usize): void {
  const c1 = v128.load32_splat(w1);
  const s1 = v128.load32_splat(w1, 4);
  const c2 = v128.load32_splat(w2);
  const s2 = v128.load32_splat(w2, 4);
  const c3 = v128.load32_splat(w3);
  const s3 = v128.load32_splat(w3, 4);
  for (const end = re + strip; re < end; re += 16) {
    const re1 = re + gap;
    const re2 = re1 + gap;
    const re3 = re2 + gap;
    const im1 = im + gap;
    const im2 = im1 + gap;
    const im3 = im2 + gap;
    let a = v128.load(re);
    let b = v128.load(re2);
    const evenSumRe = f32x4.add(a, b);
    const evenGapRe = f32x4.sub(a, b);
    a = v128.load(re1);
    b = v128.load(re3);
    const oddSumRe = f32x4.add(a, b);
    const oddGapRe = f32x4.sub(a, b);
    a = v128.load(im);
    b = v128.load(im2);
    const evenSumIm = f32x4.add(a, b);
    const evenGapIm = f32x4.sub(a, b);
    a = v128.load(im1);
    b = v128.load(im3);
    const oddSumIm = f32x4.add(a, b);
    const oddGapIm = f32x4.sub(a, b);
    v128.store(re, f32x4.add(evenSumRe, oddSumRe));
    v128.store(im, f32x4.add(evenSumIm, oddSumIm));
    storeTurned(re1, im1, f32x4.sub(evenSumRe, oddSumRe), f32x4.sub(evenSumIm, oddSumIm), c2, s2);
    storeTurned(re2, im2, f32x4.add(evenGapRe, oddGapIm), f32x4.sub(evenGapIm, oddGapRe), c1, s1);
    storeTurned(re3, im3, f32x4.sub(evenGapRe, oddGapIm), f32x4.add(evenGapIm, oddGapRe), c3, s3);
    im += 16;
  }
}

/** Undoes {@link splitBlock} but for the factor 4. */
function joinBlock(re: usize, im: usize, gap: usize, strip: usize, w1: usize, w2: usize, w3: usize): void {
  const c1 = v128.load32_splat(w1);
  const s1 = v128.load32_splat(w1, 4);
  const c2 = v128.load32_splat(w2);
  const s2 = v128.load32_splat(w2, 4);
  const c3 = v128.load32_splat(w3);
  const s3 = v128.load32_splat(w3, 4);
  for (const end = re + strip; re < end; re += 16) {
    const re1 = re + gap;
    const re2 = re1 + gap;
    const re3 = re2 + gap;
    const im1 = im + gap;
    const im2 = im1 + gap;
    const im3 = im2 + gap;
    let x = v128.load(re1);
    let y = v128.load(im1);
    let a = turnedBackRe(x, y, c2, s2);
    let b = turnedBackIm(x, y, c2, s2);
    x = v128.load(re);
    y = v128.load(im);
    const evenSumRe = f32x4.add(x, a);
    const oddSumRe = f32x4.sub(x, a);
    const evenSumIm = f32x4.add(y, b);
    const oddSumIm = f32x4.sub(y, b);
    x = v128.load(re2);
    y = v128.load(im2);
    a = turnedBackRe(x, y, c1, s1);
    b = turnedBackIm(x, y, c1, s1);
    x = v128.load(re3);
    y = v128.load(im3);
    const thirdRe = turnedBackRe(x, y, c3, s3);
    const thirdIm = turnedBackIm(x, y, c3, s3);
    const evenGapRe = f32x4.add(a, thirdRe);
    const oddGapIm = f32x4.sub(a, thirdRe);
    const evenGapIm = f32x4.add(b, thirdIm);
    const oddGapRe = f32x4.sub(thirdIm, b);
    v128.store(re, f32x4.add(evenSumRe, evenGapRe));
    v128.store(im, f32x4.add(evenSumIm, evenGapIm));
    v128.store(re1, f32x4.add(oddSumRe, oddGapRe));
    v128.store(im1, f32x4.add(oddSumIm, oddGapIm));
    v128.store(re2, f32x4.sub(evenSumRe, evenGapRe));
    v128.store(im2, f32x4.sub(evenSumIm, evenGapIm));
    v128.store(re3, f32x4.sub(oddSumRe, oddGapRe));
    v128.store(im3, f32x4.sub(oddSumIm, oddGapIm));
    im += 16;
  }
}

/** Transforms of two rows each, forwards and backwards the same. */
function addAndSubtractPairs(re: usize, im: usize, stride: usize, length: i32, strip: usize): void {
  for (let pair = 0; pair < length; pair += 2) {
    addAndSubtract(re, stride, strip);
    addAndSubtract(im, stride, strip);
    re += 2 * stride;
    im += 2 * stride;
  }
}

function addAndSubtract(row: usize, stride: usize, strip: usize): void {
  for (const end = row + strip; row < end; row += 16) {
    const a = v128.load(row);
    const b = v128.load(row + stride);
    v128.store(row, f32x4.add(a, b));
    v128.store(row + stride, f32x4.sub(a, b));
  }
}

/** (x + iy)(c + is) */
@inline
function storeTurned(re: usize, im: usize, x: v128, y: v128, c: v128, s: v128): void {
  v128.store(re, f32x4.relaxed_nmadd(y, s, f32x4.mul(x, c)));
  v128.store(im, f32x4.relaxed_madd(x, s, f32x4.mul(y, c)));
}

/** The real part of (x + iy)(c - is). */
@inline
function turnedBackRe(x: v128, y: v128, c: v128, s: v128): v128 {
  return f32x4.relaxed_madd(y, s, f32x4.mul(x, c));
}

/** The imaginary part of (x + iy)(c - is). */
@inline
function turnedBackIm(x: v128, y: v128, c: v128, s: v128): v128 {
  return f32x4.relaxed_nmadd(x, s, f32x4.mul(y, c));
}
