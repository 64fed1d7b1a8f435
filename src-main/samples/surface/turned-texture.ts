import type { Random } from '../../numerics/random/generator.ts';
import type { PartDesign } from '../design/part-design.ts';
import { between, fastNormal } from './fast-normal.ts';
import type { Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

/** Columns of the streaks around a full turn; a power of two. */
const angleSteps = 512;
const turn = 2 * Math.PI;

/**
 * The face a lathe leaves: fine concentric grooves of irregular depth, the faint wave of the feed, streaks that follow
 * the tool, and a small pip where the tool reached the centre. Fills the texture planes wherever the part is.
 */
export function turnFace(maps: SurfaceMaps, design: PartDesign, pose: Pose, random: Random): void {
  const { size, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const edge = design.outline.halfWidth + 2;
  const rings = Math.ceil(edge) + 1;
  const groove = grooveProfile(rings, design.unit, random);
  const streaks = polarStreaks(rings, random);
  const pip = 2.6 * design.unit;
  for (let y = 0; y < size; y++) {
    const dy = y - pose.y;
    for (let x = 0; x < size; x++) {
      const dx = x - pose.x;
      const square = dx * dx + dy * dy;
      if (square > edge * edge) continue;
      const i = y * size + x;
      const r = Math.sqrt(square) + 1e-6;
      const u = pose.cos * dx + pose.sin * dy;
      const v = pose.cos * dy - pose.sin * dx;
      const cos = u / r;
      const sin = v / r;
      const ring = Math.floor(r);
      const within = r - ring;
      const place = turnsOf(cos, sin) * angleSteps;
      const step = Math.floor(place);
      const beside = place - step;
      const a = ring * angleSteps + (step & (angleSteps - 1));
      const b = ring * angleSteps + ((step + 1) & (angleSteps - 1));
      const near = streaks[a]! * (1 - beside) + streaks[b]! * beside;
      const far = streaks[a + angleSteps]! * (1 - beside) + streaks[b + angleSteps]! * beside;
      const streak = near * (1 - within) + far * within;
      let slope = groove.slope[ring]! * (1 - within) + groove.slope[ring + 1]! * within;
      let tone = groove.tone[ring]! * (1 - within) + groove.tone[ring + 1]! * within;
      if (r < 4 * pip) {
        const centre = Math.exp(-square / (pip * pip));
        slope += (1.1 * r * centre) / pip;
        tone -= 0.25 * centre;
      }
      slopeX[i] = slope * cos;
      slopeY[i] = slope * sin;
      reflectance[i] = 1 + tone + 0.035 * streak;
      grain[i] = 0.045 * (far - near);
      tangentX[i] = -sin;
      tangentY[i] = cos;
    }
  }
}

/**
 * The direction of a unit vector in turns, in [0, 1), to a 1/10 000 of a turn: what the streaks need, at a third of
 * the price of an exact arc tangent (Abramowitz & Stegun 4.4.47).
 */
function turnsOf(cos: number, sin: number): number {
  const c = Math.abs(cos);
  const s = Math.abs(sin);
  const ratio = Math.min(c, s) / Math.max(c, s, 1e-12);
  const q = ratio * ratio;
  const octant =
    (ratio * (0.999866 - q * (0.3302995 - q * (0.180141 - q * (0.085133 - q * 0.0208351))))) / turn;
  const quadrant = s > c ? 0.25 - octant : octant;
  const half = cos < 0 ? 0.5 - quadrant : quadrant;
  return sin < 0 && half > 0 ? 1 - half : half;
}

/** What depends on the radius alone, one entry per pixel of radius: slope of the grooves, and their brightness. */
function grooveProfile(
  rings: number,
  unit: number,
  random: Random,
): { slope: Float32Array; tone: Float32Array } {
  const slope = new Float32Array(rings + 1);
  const tone = new Float32Array(rings + 1);
  const feed = { period: between(random, 4.2, 4.8) * unit, phase: between(random, 0, turn) };
  let wear = 0;
  let slow = 0;
  let depth = 0;
  for (let ring = 0; ring <= rings; ring++) {
    wear = 0.97 * wear + 0.24 * fastNormal(random);
    slow = 0.8 * slow + 0.6 * fastNormal(random);
    const before = depth;
    depth = 0.45 * depth + 0.9 * fastNormal(random);
    const wave = Math.sin((turn * ring) / feed.period + feed.phase);
    slope[ring] = 0.05 * (depth - before) + 0.05 * wave;
    tone[ring] = 0.016 * depth + 0.02 * wave + 0.012 * slow + 0.012 * wear;
  }
  return { slope, tone };
}

/**
 * Noise that is rough across the rings and smooth along them: one row of `angleSteps` per pixel of radius, unit
 * variance. Each ring has its own streak length, as grains come and go under the tool.
 */
function polarStreaks(rings: number, random: Random): Float32Array {
  const streaks = new Float32Array((rings + 1) * angleSteps);
  for (let ring = 0; ring <= rings; ring++) {
    const row = streaks.subarray(ring * angleSteps, (ring + 1) * angleSteps);
    for (let i = 0; i < angleSteps; i++) row[i] = fastNormal(random);
    const keep = 1 - 1 / between(random, 4, 45);
    const loudness = between(random, 0.5, 1.5) * Math.sqrt(1 - keep * keep);
    let value = 0;
    // Twice around, so that the end of the ring meets its beginning.
    for (let i = 0; i < angleSteps; i++) value = keep * value + row[i]!;
    for (let i = 0; i < angleSteps; i++) {
      value = keep * value + row[i]!;
      row[i] = value * loudness;
    }
  }
  return streaks;
}
