import { createRequire } from 'node:module';
import type sharpLibrary from 'sharp';
import { createCollector, preferPortableBuild, usesPortableBuild } from './portable-build.ts';

if (usesPortableBuild) preferPortableBuild();

// Loaded only now, so that it finds the build that was chosen.
const library = createRequire(import.meta.url)('sharp') as typeof sharpLibrary;

// Images run in parallel over worker threads, so libvips must not start threads of its own; every image is
// decoded once, so its operation cache would only hold memory. Both are settings of the whole process.
library.concurrency(1);
library.cache(false);

/** The image library; the only place that loads it and chooses its build. */
export const sharp = usesPortableBuild ? collectingGarbage(library) : library;

function collectingGarbage(original: typeof sharpLibrary): typeof sharpLibrary {
  const opened = createCollector();
  return new Proxy(original, {
    apply(target, _self, parameters: Parameters<typeof sharpLibrary>) {
      opened();
      return target(...parameters);
    },
  });
}
