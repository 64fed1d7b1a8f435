import { addScaled } from './vectors';

/** out [count x dimension]: each row the sum of its code's atoms times their coefficients. */
export function reconstruct(
  atoms: usize,
  dimension: i32,
  count: i32,
  nonzeros: i32,
  indices: usize,
  coefficients: usize,
  sizes: usize,
  out: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const codeBytes = <usize>nonzeros << 2;
  for (let i = 0; i < count; i++) {
    memory.fill(out, 0, rowBytes);
    const size = i32.load(sizes + (<usize>i << 2));
    for (let j = 0; j < size; j++) {
      const atom = atoms + <usize>i32.load(indices + (<usize>j << 2)) * rowBytes;
      addScaled(out, atom, f32.load(coefficients + (<usize>j << 2)), dimension);
    }
    indices += codeBytes;
    coefficients += codeBytes;
    out += rowBytes;
  }
}

/** out [count x dimension]: each signal minus what its code rebuilds; out may be the signals themselves. */
export function residuals(
  signals: usize,
  atoms: usize,
  dimension: i32,
  count: i32,
  nonzeros: i32,
  indices: usize,
  coefficients: usize,
  sizes: usize,
  out: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const codeBytes = <usize>nonzeros << 2;
  for (let i = 0; i < count; i++) {
    memory.copy(out, signals, rowBytes);
    const size = i32.load(sizes + (<usize>i << 2));
    for (let j = 0; j < size; j++) {
      const atom = atoms + <usize>i32.load(indices + (<usize>j << 2)) * rowBytes;
      addScaled(out, atom, -f32.load(coefficients + (<usize>j << 2)), dimension);
    }
    signals += rowBytes;
    indices += codeBytes;
    coefficients += codeBytes;
    out += rowBytes;
  }
}
