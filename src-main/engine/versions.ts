import { imageLibraryVersions } from '../libvips/sharp.ts';
import { softwareVersion } from './software-version.ts';

/** Versions of what produced a result, for reproducing it. */
export const allVersions = (): Record<string, string> => ({
  sparsight: softwareVersion,
  ...componentVersions(),
});

/** Versions of what the program is made of. */
export function componentVersions(): Record<string, string> {
  const { sharp, vips } = imageLibraryVersions();
  return {
    node: process.versions.node,
    v8: process.versions.v8,
    sharp,
    libvips: vips,
    platform: `${process.platform}-${process.arch}`,
  };
}
