import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { decodeMap } from '../../imaging/codec/map-codec.ts';
import { renderHeatMap } from '../../imaging/maps/heat-map.ts';
import { encodePng } from '../../imaging/maps/rgb-image.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { makeFolder } from '../files/make-folder.ts';
import { UniqueNames } from '../files/unique-names.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import { heatMapScale } from '../heat-map-scale.ts';
import type { InspectedPart } from '../workers/worker.ts';

/** The folder into which an inspection writes the heat map of each part as a picture. */
export class MapFolder {
  readonly #folder: string;
  readonly #names = new UniqueNames();
  /** By the path of the part. */
  readonly #files = new Map<string, string>();
  readonly #written = new Set<string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param folder made when it is not there
   * @param paths of all parts, so that a part's file has the same name when an interrupted inspection is taken up
   * @param done those whose maps an interrupted inspection has written
   */
  static async open(folder: string, paths: readonly string[], done: Iterable<string>): Promise<MapFolder> {
    await makeFolder(folder);
    const maps = new MapFolder(folder);
    for (const path of paths) maps.#fileOf(path);
    for (const path of done) maps.#written.add(maps.#fileOf(path));
    return maps;
  }

  async write(path: string, inspected: InspectedPart): Promise<void> {
    const file = this.#fileOf(path);
    this.#written.add(file);
    await writeFileAtomically(file, await heatMapPng(inspected));
  }

  /** Removes what the inspection wrote, for nothing of it is kept. */
  async discard(): Promise<void> {
    for (const file of this.#written) await rm(file, { force: true });
  }

  #fileOf(path: string): string {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const name = this.#names.take(`${basename(path, extname(path))}_map`, '.png');
    const file = join(this.#folder, name);
    this.#files.set(path, file);
    return file;
  }
}

async function heatMapPng({ evidence, facts }: InspectedPart): Promise<Uint8Array> {
  const map = decodeMap(evidence);
  const size = { width: Math.max(map.width, facts.width), height: Math.max(map.height, facts.height) };
  return encodePng(renderHeatMap(enlargePlane(map, size), heatMapScale));
}
