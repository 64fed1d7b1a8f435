import { linkSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import sharp from 'sharp';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import type { RecipeInput } from '../../../src-shared/domain/recipe.ts';

/** Learns in a fraction of a second; what is tested here does not depend on how well it inspects. */
export const quickRecipe: RecipeInput = {
  alignment: 'off',
  patch: { stride: 8, scales: 2 },
  dictionary: { atoms: 32, iterations: 3, patches: 1000 },
};

/** Takes a minute to learn: long enough to be cancelled in the middle of it. */
export const slowRecipe: RecipeInput = {
  patch: { scales: 2 },
  dictionary: { method: 'ksvd', atoms: 512, iterations: 200, patches: 20_000 },
};

/**
 * Writes pictures of small brushed parts, no two alike: stripes, a hole, noise. Every third one is scratched when
 * `scratched` is set.
 *
 * @returns their paths, in order
 */
export async function writeParts(
  folder: string,
  {
    count,
    seed,
    edge = 128,
    scratched = false,
  }: { count: number; seed: number; edge?: number; scratched?: boolean },
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (let part = 0; part < count; part++) {
    const random = createRandom(seed, `part/${part}`);
    const phase = random.uniform() * 6;
    const brightness = 0.45 + 0.1 * random.uniform();
    const pixels = new Uint8Array(edge * edge);
    for (let y = 0, i = 0; y < edge; y++) {
      for (let x = 0; x < edge; x++, i++) {
        const stripe = 0.08 * Math.sin(0.9 * y + phase) + 0.04 * Math.sin(0.37 * y + 0.02 * x);
        const inHole = Math.hypot(x - edge / 2, y - edge / 2) < edge / 8;
        const inScratch = scratched && part % 3 === 0 && y > edge / 5 && Math.abs(x - y / 2 - edge / 8) < 1.5;
        const surface = inHole ? 0.08 : brightness + stripe + (inScratch ? 0.4 : 0);
        pixels[i] = Math.round(255 * Math.min(1, Math.max(0, surface + 0.04 * (random.uniform() - 0.5))));
      }
    }
    const path = join(folder, `part ${part + 1}.png`);
    await sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } })
      .png()
      .toFile(path);
    paths.push(path);
  }
  return paths;
}

/** Fills a folder with the same files again and again under other names, without taking space. */
export function repeatParts(paths: readonly string[], folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const path = paths[i % paths.length]!;
    const ending = extname(path);
    linkSync(path, join(folder, `${basename(path, ending)} copy ${i}${ending}`));
  }
}
