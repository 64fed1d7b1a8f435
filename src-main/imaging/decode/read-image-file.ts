import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { defaultDecodeLimits, type DecodeLimits } from './decode-limits.ts';
import { refusedImage, tooManyBytes, unreadableImage } from './image-errors.ts';

/** The bytes of an image file and what identifies them. */
export interface ImageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Reads a file once: the same bytes are hashed and decoded, so a file that changes meanwhile cannot pass one
 * content off as another.
 *
 * @throws SparsightError 'image.unreadable' when it is missing, empty, no regular file or may not be read;
 *   'image.too-large' when it exceeds `limits.maxBytes`
 */
export async function readImageFile(
  path: string,
  limits: DecodeLimits = defaultDecodeLimits,
): Promise<ImageFile> {
  const bytes = await readRegularFile(path, limits);
  if (bytes.length === 0) throw unreadableImage(path, 'empty');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes, sha256, sizeBytes: bytes.length };
}

async function readRegularFile(path: string, limits: DecodeLimits): Promise<Uint8Array> {
  try {
    // Opening a pipe or a device would wait for ever, so the kind is asked first.
    const stats = await stat(path);
    if (!stats.isFile()) throw unreadableImage(path, 'no-file');
    if (stats.size > limits.maxBytes) throw tooManyBytes(path, stats.size, limits);
    return await readFile(path);
  } catch (error) {
    throw withReason(path, error);
  }
}

const reasons = {
  ENOENT: 'gone',
  EACCES: 'denied',
  EPERM: 'denied',
  ELOOP: 'loop',
  ENAMETOOLONG: 'long-name',
} as const;

const isKnown = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

function withReason(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.name === 'SparsightError') return error;
  const code = String(error.code);
  return isKnown(code) ? unreadableImage(path, reasons[code], error) : refusedImage(path, code, error);
}
