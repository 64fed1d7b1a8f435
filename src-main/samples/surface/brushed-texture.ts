import type { Random } from '../../numerics/random/generator.ts';
import type { PartDesign } from '../design/part-design.ts';
import { between, fastNormal } from './fast-normal.ts';
import type { Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/**
 * The face an abrasive belt leaves: parallel lines of many lengths, some deeper than others, along the part's x axis.
 * Fills the texture planes of the whole photograph.
 */
export function brushFace(maps: SurfaceMaps, design: PartDesign, pose: Pose, random: Random): void {
  const { size, reflectance, tangentX, grain } = maps;
  // Room for the part to move and turn below the photograph.
  const edge = Math.ceil(size * 1.12);
  const last = edge * edge - 1;
  const lines = brushLines(edge, design.unit, random);
  for (let y = 0; y < size; y++) {
    const dy = y - pose.y;
    for (let x = 0; x < size; x++) {
      const dx = x - pose.x;
      const u = pose.cos * dx + pose.sin * dy + edge / 2;
      const v = pose.cos * dy - pose.sin * dx + edge / 2;
      const column = Math.min(edge - 2, Math.max(0, Math.floor(u)));
      const row = Math.min(edge - 2, Math.max(0, Math.floor(v)));
      const alongside = u - column;
      const across = v - row;
      const a = row * edge + column;
      const above = lines[a]! * (1 - alongside) + lines[a + 1]! * alongside;
      const below = lines[a + edge]! * (1 - alongside) + lines[a + edge + 1]! * alongside;
      const line = above * (1 - across) + below * across;
      const i = y * size + x;
      // Deep lines are rarer than shallow ones and show darker.
      reflectance[i] = 1 + 0.07 * (line - 0.12 * line * line);
      // From the far corner of the noise: where a line leans has nothing to do with how bright it is here.
      const b = last - a;
      grain[i] = 0.045 * (lines[b]! * (1 - across) + lines[b - edge]! * across);
    }
  }
  tangentX.fill(1);
}
/** Noise of about unit variance, rough from row to row and smooth along rows; edge x edge. */
function brushLines(edge: number, unit: number, random: Random): Float32Array {
  const lines = new Float32Array(edge * edge);
  const row = new Float32Array(edge);
  let band = 0;
  for (let y = 0; y < edge; y++) {
    band = 0.93 * band + 0.37 * fastNormal(random);
    const depth = fastNormal(random);
    const loudness = between(random, 0.6, 1.3);
    const long = 1 - 1 / (between(random, 40, 140) * unit);
    const short = 1 - 1 / (between(random, 3, 14) * unit);
    const longGain = loudness * 0.75 * Math.sqrt(1 - long * long);
    const shortGain = loudness * 0.45 * Math.sqrt(1 - short * short);
    for (let x = 0; x < edge; x++) row[x] = fastNormal(random);
    const base = 0.42 * depth + 0.2 * band;
    let slow = 1.2 * fastNormal(random) * Math.sqrt(1 / (1 - long * long));
    let quick = 0;
    for (let x = 0; x < edge; x++) {
      slow = long * slow + row[x]!;
      quick = short * quick + row[edge - 1 - x]!;
      lines[y * edge + x] = base + longGain * slow + shortGain * quick + 0.1 * row[x]!;
    }
  }
  softenAcross(lines, edge);
  return lines;
}

/**
 * Blurs every column a little, in place: lines as narrow as a pixel would look sharp where the part's rows meet the
 * camera's and soft between, in bands across the photograph.
 */
function softenAcross(lines: Float32Array, edge: number): void {
  const above = lines.slice(0, edge);
  for (let i = 0; i < lines.length - edge; i++) {
    const column = i % edge;
    const here = lines[i]!;
    lines[i] = 0.6 * here + 0.26 * (above[column]! + lines[i + edge]!);
    above[column] = here;
  }
}
