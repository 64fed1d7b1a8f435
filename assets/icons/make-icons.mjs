// Makes the icons of every platform from icon.svg. To be run after changing it: npm run icons
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = import.meta.dirname;
const edges = [16, 32, 48, 64, 128, 256, 512, 1024];

const pictures = new Map();
for (const edge of edges) {
  const png = sharp(join(folder, 'icon.svg'), { density: 144 })
    .resize(edge, edge)
    .png({ compressionLevel: 9 });
  pictures.set(edge, await png.toBuffer());
}

/** Windows: a directory of PNG pictures; an edge of 256 is written as 0. */
function ico() {
  const wanted = edges.filter((edge) => edge <= 256);
  const directory = Buffer.alloc(6 + 16 * wanted.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(wanted.length, 4);
  let offset = directory.length;
  wanted.forEach((edge, index) => {
    const entry = 6 + 16 * index;
    const { length } = pictures.get(edge);
    directory.writeUInt8(edge % 256, entry);
    directory.writeUInt8(edge % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += length;
  });
  return Buffer.concat([directory, ...wanted.map((edge) => pictures.get(edge))]);
}

/** macOS: PNG pictures, each behind the four letters of its size and its length. */
function icns() {
  const kinds = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  const block = (name, content) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return block(
    'icns',
    Buffer.concat(Object.entries(kinds).map(([name, edge]) => block(name, pictures.get(edge)))),
  );
}

// Linux takes a folder of PNG pictures named by their size.
for (const [edge, png] of pictures) writeFileSync(join(folder, `${edge}x${edge}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico());
writeFileSync(join(folder, 'icon.icns'), icns());
