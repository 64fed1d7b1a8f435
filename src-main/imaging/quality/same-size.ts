import type { Size } from '../../../src-shared/domain/image.ts';

/** @throws RangeError naming both sizes when they differ */
export function assertSameSize(a: Size, b: Size): void {
  if (a.width === b.width && a.height === b.height) return;
  throw new RangeError(`sizes differ: ${a.width} x ${a.height} and ${b.width} x ${b.height} pixels`);
}
