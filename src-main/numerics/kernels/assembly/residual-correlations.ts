// alpha = alpha0 - G_I gamma fused with the search for its largest magnitude: one pass over the atoms, eight at
// a time. Two accumulators of four lanes keep the largest magnitude seen and the atom it belongs to.

/** The atom with the largest |alpha|; ties go to the lower index. alpha holds bytes / 4 values, a multiple of 8. */
export function argmax(alpha: usize, bytes: usize): i32 {
  const none = f32x4.splat(0);
  return argmaxLessRows(0, alpha, bytes, 0, none, 0, none, 0, none, 0, none);
}

/** The atom with the largest |alpha0 - G_I gamma| for n = 1..4 chosen atoms. */
export function updateArgmax(
  alpha0: usize,
  gram: usize,
  gramBytes: usize,
  indices: usize,
  gamma: usize,
  n: i32,
): i32 {
  const none = f32x4.splat(0);
  const row0 = gramRow(gram, gramBytes, indices, 0);
  const gamma0 = v128.load32_splat(gamma);
  if (n == 1) return argmaxLessRows(1, alpha0, gramBytes, row0, gamma0, 0, none, 0, none, 0, none);
  const row1 = gramRow(gram, gramBytes, indices, 4);
  const gamma1 = v128.load32_splat(gamma, 4);
  if (n == 2) return argmaxLessRows(2, alpha0, gramBytes, row0, gamma0, row1, gamma1, 0, none, 0, none);
  const row2 = gramRow(gram, gramBytes, indices, 8);
  const gamma2 = v128.load32_splat(gamma, 8);
  if (n == 3) {
    return argmaxLessRows(3, alpha0, gramBytes, row0, gamma0, row1, gamma1, row2, gamma2, 0, none);
  }
  const row3 = gramRow(gram, gramBytes, indices, 12);
  const gamma3 = v128.load32_splat(gamma, 12);
  return argmaxLessRows(4, alpha0, gramBytes, row0, gamma0, row1, gamma1, row2, gamma2, row3, gamma3);
}

/**
 * Inlined with a number of rows that the compiler knows, so that each number has a loop of its own in which the rows and
 * their gamma stay in registers.
 */
@inline
function argmaxLessRows(
  rows: i32,
  alpha: usize,
  bytes: usize,
  row0: usize,
  gamma0: v128,
  row1: usize,
  gamma1: v128,
  row2: usize,
  gamma2: v128,
  row3: usize,
  gamma3: v128,
): i32 {
  let best0 = f32x4.splat(0);
  let best1 = best0;
  let where0 = i32x4.splat(0);
  let where1 = where0;
  let atoms0 = i32x4(0, 1, 2, 3);
  let atoms1 = i32x4(4, 5, 6, 7);
  const eight = i32x4.splat(8);
  for (let at: usize = 0; at < bytes; at += 32) {
    let size0 = v128.load(alpha + at);
    let size1 = v128.load(alpha + at, 16);
    if (rows > 0) {
      size0 = f32x4.relaxed_nmadd(gamma0, v128.load(row0 + at), size0);
      size1 = f32x4.relaxed_nmadd(gamma0, v128.load(row0 + at, 16), size1);
    }
    if (rows > 1) {
      size0 = f32x4.relaxed_nmadd(gamma1, v128.load(row1 + at), size0);
      size1 = f32x4.relaxed_nmadd(gamma1, v128.load(row1 + at, 16), size1);
    }
    if (rows > 2) {
      size0 = f32x4.relaxed_nmadd(gamma2, v128.load(row2 + at), size0);
      size1 = f32x4.relaxed_nmadd(gamma2, v128.load(row2 + at, 16), size1);
    }
    if (rows > 3) {
      size0 = f32x4.relaxed_nmadd(gamma3, v128.load(row3 + at), size0);
      size1 = f32x4.relaxed_nmadd(gamma3, v128.load(row3 + at, 16), size1);
    }
    size0 = f32x4.abs(size0);
    size1 = f32x4.abs(size1);
    where0 = i32x4.relaxed_laneselect(atoms0, where0, f32x4.gt(size0, best0));
    where1 = i32x4.relaxed_laneselect(atoms1, where1, f32x4.gt(size1, best1));
    best0 = f32x4.pmax(best0, size0);
    best1 = f32x4.pmax(best1, size1);
    atoms0 = i32x4.add(atoms0, eight);
    atoms1 = i32x4.add(atoms1, eight);
  }
  return firstOfLargest(best0, best1, where0, where1);
}

/** alpha = from - the rows of the first four chosen atoms times their gamma; alpha may be from itself. */
export function subtractRows(
  from: usize,
  alpha: usize,
  gram: usize,
  gramBytes: usize,
  indices: usize,
  gamma: usize,
): void {
  const row0 = gramRow(gram, gramBytes, indices, 0);
  const row1 = gramRow(gram, gramBytes, indices, 4);
  const row2 = gramRow(gram, gramBytes, indices, 8);
  const row3 = gramRow(gram, gramBytes, indices, 12);
  const gamma0 = v128.load32_splat(gamma);
  const gamma1 = v128.load32_splat(gamma, 4);
  const gamma2 = v128.load32_splat(gamma, 8);
  const gamma3 = v128.load32_splat(gamma, 12);
  for (let at: usize = 0; at < gramBytes; at += 16) {
    let left = v128.load(from + at);
    left = f32x4.relaxed_nmadd(gamma0, v128.load(row0 + at), left);
    left = f32x4.relaxed_nmadd(gamma1, v128.load(row1 + at), left);
    left = f32x4.relaxed_nmadd(gamma2, v128.load(row2 + at), left);
    left = f32x4.relaxed_nmadd(gamma3, v128.load(row3 + at), left);
    v128.store(alpha + at, left);
  }
}

@inline
function gramRow(gram: usize, gramBytes: usize, indices: usize, offset: usize): usize {
  return gram + <usize>i32.load(indices + offset) * gramBytes;
}

@inline
function firstOfLargest(best0: v128, best1: v128, where0: v128, where1: v128): i32 {
  let largest = f32x4.pmax(best0, best1);
  largest = f32x4.pmax(largest, i32x4.shuffle(largest, largest, 2, 3, 0, 1));
  largest = f32x4.pmax(largest, i32x4.shuffle(largest, largest, 1, 0, 3, 2));
  // Lanes that do not hold the largest become the highest unsigned number.
  let first = i32x4.min_u(
    v128.or(where0, f32x4.ne(best0, largest)),
    v128.or(where1, f32x4.ne(best1, largest)),
  );
  first = i32x4.min_u(first, i32x4.shuffle(first, first, 2, 3, 0, 1));
  first = i32x4.min_u(first, i32x4.shuffle(first, first, 1, 0, 3, 2));
  return i32x4.extract_lane(first, 0);
}
