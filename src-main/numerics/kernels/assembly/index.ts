export function axpy(n: i32, a: f32, x: usize, y: usize): void {
  const va = f32x4.splat(a);
  for (let i = 0; i < n; i += 4) {
    v128.store(y + (i << 2), f32x4.relaxed_madd(va, v128.load(x + (i << 2)), v128.load(y + (i << 2))));
  }
}
