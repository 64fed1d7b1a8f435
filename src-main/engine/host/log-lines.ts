import { open } from 'node:fs/promises';

const mostLines = 500;

/** Enough for the lines that are asked for; a log can be far longer. */
const mostBytes = 512 * 1024;

/** The last lines of a log file, oldest first; none when there is no such file. */
export async function lastLines(path: string | null): Promise<string[]> {
  if (path === null) return [];
  let file;
  try {
    file = await open(path, 'r');
  } catch {
    // Nothing has been logged yet.
    return [];
  }
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - mostBytes);
    const { buffer, bytesRead } = await file.read({ position: start, buffer: Buffer.alloc(size - start) });
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    // The first is cut off unless it is the first of all.
    return lines
      .slice(start > 0 ? 1 : 0)
      .filter((line) => line !== '')
      .slice(-mostLines);
  } finally {
    await file.close();
  }
}
