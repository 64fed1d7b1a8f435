import type { Random } from '../../numerics/random/generator.ts';
import type { PartDesign } from '../design/part-design.ts';
import { between, fastNormal } from './fast-normal.ts';
import { forEachPixel, type Pose } from './pose.ts';
import type { SurfaceMaps } from './surface-maps.ts';

const angleSteps = 512;
const turn = 2 * Math.PI;

/**
 * The face a lathe leaves: fine concentric grooves of irregular depth, the faint wave of the feed, streaks that follow
 * the tool, and a small pip where the tool reached the centre. Fills the texture planes of the whole photograph.
 */
export function turnFace(maps: SurfaceMaps, design: PartDesign, pose: Pose, random: Random): void {
  const { size, reflectance, slopeX, slopeY, tangentX, tangentY, grain } = maps;
  const { unit } = design;
  const rings = Math.ceil(size * 0.75) + 2;
  const groove = grooveProfile(rings, unit, random);
  const streaks = polarStreaks(rings, random);
  const chatter = {
    waves: 40 + random.integer(50),
    twist: between(random, -0.3, 0.3) / unit,
    phase: between(random, 0, turn),
  };
  const pip = 2.6 * unit;
  const whole = { left: 0, top: 0, right: size, bottom: size };
  forEachPixel(pose, size, whole, { x: 0, y: 0 }, (i, u, v) => {
    const r = Math.sqrt(u * u + v * v) + 1e-6;
    const cos = u / r;
    const sin = v / r;
    const angle = Math.atan2(v, u);
    const ring = Math.floor(r);
    const within = r - ring;
    const slope = groove.slope[ring]! * (1 - within) + groove.slope[ring + 1]! * within;
    const tone = groove.tone[ring]! * (1 - within) + groove.tone[ring + 1]! * within;
    const place = (angle / turn + 0.5) * angleSteps;
    const step = Math.floor(place);
    const beside = place - step;
    const a = ring * angleSteps + (step & (angleSteps - 1));
    const b = ring * angleSteps + ((step + 1) & (angleSteps - 1));
    const near = streaks[a]! * (1 - beside) + streaks[b]! * beside;
    const far = streaks[a + angleSteps]! * (1 - beside) + streaks[b + angleSteps]! * beside;
    const streak = near * (1 - within) + far * within;
    // Chatter fades towards the centre, where its waves would be narrower than a pixel.
    const wave =
      Math.sin(chatter.waves * angle + chatter.twist * r + chatter.phase) * Math.min(1, r / (60 * unit));
    const centre = Math.exp(-(r * r) / (pip * pip));
    const bowl = (1.1 * r * centre) / pip;
    slopeX[i] = (slope + bowl) * cos;
    slopeY[i] = (slope + bowl) * sin;
    reflectance[i] = 1 + tone + 0.035 * streak + 0.006 * wave - 0.25 * centre;
    grain[i] = 0.045 * (far - near) + 0.008 * wave;
    tangentX[i] = -sin;
    tangentY[i] = cos;
  });
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
  const streaks = new Float32Array((rings + 2) * angleSteps);
  for (let ring = 0; ring < rings + 2; ring++) {
    const row = streaks.subarray(ring * angleSteps, (ring + 1) * angleSteps);
    for (let i = 0; i < angleSteps; i++) row[i] = fastNormal(random);
    const keep = 1 - 1 / between(random, 4, 45);
    const loudness = between(random, 0.5, 1.5) * Math.sqrt((1 - keep * keep) / 1);
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
