import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the window, ready to be sent. */
export interface WindowFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives the file for the path of an address, or nothing where there is none. */
export type WindowFiles = (pathname: string) => Promise<WindowFile | undefined>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Next to the built program; from source, where the build puts it. */
export const builtWindow = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/src-renderer' : '../../src-renderer',
    import.meta.url,
  ),
);

/**
 * The built window. What may be had is listed once, beforehand: whatever an address says, no other file is ever read.
 *
 * @throws when the folder does not exist
 */
export function windowFilesIn(folder: string): WindowFiles {
  const files = new Map<string, string>();
  collect(folder, '', files);
  return async (pathname) => {
    const name = pathname === '/' ? '/index.html' : pathname;
    const file = files.get(name);
    if (file === undefined) return undefined;
    return { bytes: await readFile(file), headers: headersFor(name) };
  };
}

function collect(folder: string, prefix: string, files: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) collect(path, name, files);
    else if (entry.isFile() && extname(name) in contentTypes) files.set(name, path);
  }
}

function headersFor(name: string): Record<string, string> {
  return {
    'Content-Type': contentTypes[extname(name)] ?? 'application/octet-stream',
    // Files under assets/ have the hash of their content in their name; everything else may change under its name.
    'Cache-Control': name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
