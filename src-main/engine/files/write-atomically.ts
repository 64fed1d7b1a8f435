import writeFileAtomic from 'write-file-atomic';
import { writeError } from './write-error.ts';

/**
 * Writes a file whole or not at all: under another name first, then renamed.
 *
 * @throws SparsightError 'disk.full', 'disk.read-only', 'input.missing', 'usage.invalid'
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw writeError(path, cause);
  }
}
