/** An uncompressed bitmap of 8 x 8 pixels, no two alike. */
export function tinyBitmap(number: number): Buffer {
  const bytes = Buffer.alloc(54 + 8 * 8 * 3, 128);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(8, 18);
  bytes.writeInt32LE(8, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.writeUInt32LE(number, 54);
  return bytes;
}
