import { createRequire } from 'node:module';
import sharp from 'sharp';
import * as z from 'zod';

const require = createRequire(import.meta.url);
const manifest = z.object({ version: z.string() });

/** Next to the sources, or one further up when built into dist/. */
function ownManifest(): unknown {
  const fromSource = import.meta.url.endsWith('.ts');
  return require(fromSource ? '../../package.json' : '../../../package.json');
}

export const softwareVersion = manifest.parse(ownManifest()).version;

/** Versions of what produces results, for reports and for reproducing them. */
export function componentVersions(): Record<string, string> {
  return {
    sparsight: softwareVersion,
    node: process.versions.node,
    v8: process.versions.v8,
    sharp: sharp.versions.sharp,
    libvips: sharp.versions.vips,
    platform: `${process.platform}-${process.arch}`,
  };
}
