import { createRequire } from 'node:module';
import type { default as SharpLibrary, OutputInfo, Sharp } from 'sharp';
import { createCollector, preferPortableBuild, usesPortableBuild } from './portable-build.ts';

type Library = typeof SharpLibrary;

let library: Library | null = null;

/** Loaded with the first picture: in a program that has just been started, nobody waits for it. */
function load(): Library {
  if (usesPortableBuild) preferPortableBuild();
  const loaded = createRequire(import.meta.url)('sharp') as Library;
  // Images run in parallel over worker threads, so libvips must not start threads of its own; every image is
  // decoded once, so its operation cache would only hold memory. Both are settings of the whole process.
  loaded.concurrency(1);
  loaded.cache(false);
  return loaded;
}

const opened = usesPortableBuild ? createCollector() : () => undefined;

/** Opens a picture with the image library. This is the only place that loads it and chooses its build. */
export function sharp(...parameters: Parameters<Library>): Sharp {
  opened();
  library ??= load();
  return library(...parameters);
}

/** What a picture became. */
export interface PictureBytes {
  readonly data: Uint8Array;
  readonly info: OutputInfo;
}

/**
 * Carries out what was asked of a picture. The bytes are the caller's to keep, to look at through other views and to
 * hand to other threads.
 */
export async function bytesOf(picture: Sharp): Promise<PictureBytes> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  // The portable build's buffers lie in its own memory, which it uses again as soon as the object that stands for them
  // is collected, whoever still looks at it. The native build's are whole by themselves and need no copy. The library
  // can copy by itself, too, but keeps the memory of such copies.
  return { data: usesPortableBuild ? Uint8Array.from(data) : data, info };
}

/** The version of the image library itself and of libvips in it. */
export function imageLibraryVersions(): { sharp: string; vips: string } {
  library ??= load();
  return library.versions;
}
