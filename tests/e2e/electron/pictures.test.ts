import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { whyNoElectron } from '../../support/electron-window.ts';

const library = join(import.meta.dirname, '..', '..', '..', 'dist', 'src-main', 'libvips', 'sharp.js');

/** Run in Electron's Node, where the image library may be another build than elsewhere. */
const keepPictures = `
  const { bytesOf, sharp } = await import(${JSON.stringify(library)});
  const { createHash } = await import('node:crypto');
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const kept = [];
  for (let i = 0; i < 200; i++) {
    const noise = Uint8Array.from({ length: 64 * 64 }, (_, j) => (j * j * (i + 7)) % 251);
    const { data } = await bytesOf(sharp(noise, { raw: { width: 64, height: 64, channels: 1 } }).png());
    // Another view, as of sixteen-bit samples: nothing keeps the object that the library gave.
    const view = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    kept.push({ view, hash: hash(view) });
    await new Promise(setImmediate);
  }
  console.log(JSON.stringify({
    changed: kept.filter(({ view, hash: before }) => hash(view) !== before).length,
    lent: kept.filter(({ view }) => !(view.buffer instanceof ArrayBuffer)).length,
  }));
`;

/** Decodes one picture of a megapixel many times and says how much memory the process has by and by, in megabytes. */
const decodeMany = `
  const { bytesOf, sharp } = await import(${JSON.stringify(library)});
  const raw = { width: 1000, height: 1000, channels: 1 };
  const noise = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i) % 251);
  const { data: file } = await bytesOf(sharp(noise, { raw }).png({ compressionLevel: 1 }));
  const memory = [];
  for (let i = 1; i <= 400; i++) {
    await bytesOf(sharp(file).raw());
    await new Promise(setImmediate);
    if (i % 100 === 0) memory.push(process.memoryUsage.rss() / 1e6);
  }
  console.log(JSON.stringify(memory));
`;

async function inElectron(code: string): Promise<unknown> {
  const program = createRequire(import.meta.url)('electron') as unknown as string;
  const { stdout } = await promisify(execFile)(program, ['--input-type=module', '--eval', code], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return JSON.parse(stdout);
}

describe.skipIf(whyNoElectron !== undefined)(['pictures', whyNoElectron].join(' '), () => {
  test('keep their bytes when the image library has done with them', async () => {
    expect(await inElectron(keepPictures)).toEqual({ changed: 0, lent: 0 });
  });

  test('leave no memory behind', async () => {
    const [settled = 0, , , last = 0] = (await inElectron(decodeMany)) as number[];
    expect(settled).toBeGreaterThan(0);
    expect(last).toBeLessThan(1.4 * settled);
  });
});
