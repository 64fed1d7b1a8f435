/** A colour '#rrggbb' as workbooks write it: opaque, without the hash. */
export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
