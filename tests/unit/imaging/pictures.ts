import type { Plane } from '../../../src-shared/domain/image.ts';

/** Values of a picture that no compression, rotation or channel order leaves as they are. */
export function pattern8(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 37 + (i >> 3) * 11) % 256);
}

/** The same with values that 8 bits cannot hold. */
export function pattern16(length: number): Uint16Array {
  return Uint16Array.from({ length }, (_, i) => (i * 2503 + 13) % 65536);
}

/** A plane from a function of column and row. */
export function planeOf(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const data = Float32Array.from({ length: width * height }, (_, i) =>
    value(i % width, Math.floor(i / width)),
  );
  return { width, height, data };
}

/** Smooth shapes without symmetry or period within the plane, range about [0, 1], moved by (dx, dy) pixels. */
export function scenePlane(width: number, height: number, dx = 0, dy = 0): Plane {
  const blobs = Array.from({ length: 24 }, (_, i) => ({
    x: ((i * 61 + 17) % 97) / 97,
    y: ((i * 37 + 41) % 89) / 89,
    size: 2 + ((i * 13) % 7),
    height: 0.15 + ((i * 29) % 11) / 25,
  }));
  return planeOf(width, height, (x, y) =>
    blobs.reduce((sum, blob) => {
      const fromX = x - dx - blob.x * width;
      const fromY = y - dy - blob.y * height;
      return sum + blob.height * Math.exp(-(fromX ** 2 + fromY ** 2) / (2 * blob.size ** 2));
    }, 0.1),
  );
}
