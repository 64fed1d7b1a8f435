import { imageLibraryVersions } from '../libvips/sharp.ts';
import { softwareVersion } from './software-version.ts';

/** Versions of what produced a result, for reports and for reproducing it. */
export function componentVersions(): Record<string, string> {
  const { sharp, vips } = imageLibraryVersions();
  return {
    sparsight: softwareVersion,
    node: process.versions.node,
    v8: process.versions.v8,
    sharp,
    libvips: vips,
    platform: `${process.platform}-${process.arch}`,
  };
}
