import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Picture } from '../../../src-shared/domain/image.ts';
import type { ReportLogo } from '../../../src-shared/domain/report.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { decodePictureFile } from '../../imaging/decode/decode-picture.ts';
import { detectFormat } from '../../imaging/decode/image-format.ts';
import { encodePng } from '../../imaging/maps/rgb-image.ts';
import type { RgbImage } from '../../imaging/maps/rgb-image.ts';

const mostBytes = 2 * 2 ** 20;

/**
 * Reads the logo of a report. It is drawn anew, so that nothing but its pixels gets into the report.
 *
 * @param path empty for none
 * @throws SparsightError 'input.missing', 'image.unsupported', 'image.too-large', 'image.unreadable'
 */
export async function readLogo(path: string): Promise<ReportLogo | null> {
  if (path === '') return null;
  const bytes = await readSmallFile(path);
  const detected = detectFormat(bytes);
  if (detected.kind !== 'image' || (detected.format !== 'png' && detected.format !== 'jpeg')) {
    throw refused(path, 'image.unsupported', 'logo.format');
  }
  const picture = await decodePictureFile({ path, bytes });
  const { width, height } = picture;
  return { png: await encodePng(inEightBits(picture)), width, height };
}

function inEightBits({ width, height, channels, data }: Picture): RgbImage {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0, out = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++, out++) {
      rgb[out] = Math.round(255 * (data[pixel * channels + (channels === 1 ? 0 : channel)] ?? 0));
    }
  }
  return { width, height, data: rgb };
}

async function readSmallFile(path: string): Promise<Uint8Array> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile() !== true) throw refused(path, 'input.missing', 'logo.missing');
  if (stats.size > mostBytes) throw refused(path, 'image.too-large', 'logo.too-large');
  return await readFile(path);
}

function refused(
  path: string,
  code: 'input.missing' | 'image.unsupported' | 'image.too-large',
  why: 'logo.missing' | 'logo.format' | 'logo.too-large',
): SparsightError {
  return reasonedError(code, why, { file: basename(path) }, { path });
}
