import type { Plane } from '../../src-shared/domain/image.ts';
import { createRandom, type Random } from '../numerics/random/generator.ts';
import { defocus, expose, type Exposure } from './camera/expose.ts';
import { dent } from './defects/dent.ts';
import { scratch } from './defects/scratch.ts';
import { stain } from './defects/stain.ts';
import type { SurfaceDefect } from './defects/surface-defect.ts';
import { displaceFeature, omitFeature } from './defects/wrong-feature.ts';
import { designPart, type PartDesign } from './design/part-design.ts';
import type { DefectType, PartKind, SampleSettings } from './settings.ts';
import { brushFace } from './surface/brushed-texture.ts';
import { between, fastNormal } from './surface/fast-normal.ts';
import { drillHole } from './surface/hole.ts';
import { drawLighting, type Lighting } from './surface/lighting.ts';
import { engraveMark } from './surface/mark.ts';
import { cutOutline } from './surface/outline.ts';
import { drawPose, type PixelBox, type Pose } from './surface/pose.ts';
import { shade } from './surface/shade.ts';
import { copyRelief, copySurfaceMaps, createSurfaceMaps, type SurfaceMaps } from './surface/surface-maps.ts';
import { turnFace } from './surface/turned-texture.ts';

/** What is wrong with a part. */
export interface DefectFacts {
  readonly type: DefectType;
  /** The feature it happened to, if it did not happen to the face. */
  readonly feature: 'hole' | 'mark' | null;
  /** Its longest extent; for a shifted feature how far it went. In pixels. */
  readonly length: number;
  /** Pixels of the mask. */
  readonly area: number;
  /**
   * Root mean square change of brightness over the mask, relative to the brightness that a good part has there,
   * before noise.
   */
  readonly contrast: number;
}

export interface PartFacts {
  readonly family: SampleSettings['family'];
  readonly seed: number;
  readonly index: number;
  readonly kind: PartKind;
  readonly defect: DefectFacts | null;
}

export interface SamplePart {
  /** The photograph: grey, in [0, 1], in multiples of 1/255. */
  readonly picture: Plane;
  /** 1 where the defect is, row-major like the picture; null for a good part. */
  readonly mask: Uint8Array | null;
  readonly facts: PartFacts;
}

export interface PartOrder {
  readonly seed: number;
  /** Which part of the set: a whole number from 0. */
  readonly index: number;
  readonly kind: PartKind;
}

interface Scene {
  readonly pose: Pose;
  readonly lighting: Lighting;
  readonly exposure: Exposure;
  /** The finished blank: texture and outline, before hole and mark. */
  readonly blank: SurfaceMaps;
}

interface Damage {
  readonly radiance: Float32Array;
  readonly mask: Uint8Array;
  readonly defect: DefectFacts;
}

const surfaceDefects = { scratch, dent, stain } satisfies Partial<Record<DefectType, SurfaceDefect>>;

/** Below this root mean square change of radiance over its mask a surface defect could not be seen, and is redrawn. */
const visible = 0.012;

/**
 * Makes one sample part and photographs it. The same settings, seed, index and kind give the same part bit for bit,
 * and a part with a defect is the good part of that index but for the defect: light, pose, texture and noise are the
 * same.
 */
export function renderSamplePart(settings: SampleSettings, order: PartOrder): SamplePart {
  const { seed, index, kind } = order;
  const { size, family } = settings;
  const stream = (purpose: string) => createRandom(seed, `sample-part/${index}/${purpose}`);
  const design = designPart(settings);
  const scene = setScene(settings, design, stream);

  let damage: Damage | null = null;
  let radiance: Float32Array;
  if (kind === 'good') {
    radiance = renderDesign(scene, design, scene.blank).radiance;
  } else {
    damage =
      kind === 'missing-feature' || kind === 'shifted-feature'
        ? makeFeatureWrong(kind, scene, design, stream(kind))
        : damageSurface(kind, scene, design, stream(kind));
    radiance = damage.radiance;
  }
  defocus(radiance, size, scene.exposure.defocus);
  expose(radiance, size, scene.exposure, stream('sensor'));
  return {
    picture: { width: size, height: size, data: radiance },
    mask: damage?.mask ?? null,
    facts: { family, seed, index, kind, defect: damage?.defect ?? null },
  };
}

function setScene(settings: SampleSettings, design: PartDesign, stream: (purpose: string) => Random): Scene {
  const pose = drawPose(settings, stream('pose'));
  const blank = createSurfaceMaps(settings.size);
  const finish = design.family === 'turned-disc' ? turnFace : brushFace;
  finish(blank, design, pose, stream('texture'));
  cutOutline(blank, design, pose);
  const camera = stream('camera');
  const exposure = {
    gain: Math.exp(settings.variation.exposure * fastNormal(camera)),
    defocus: between(camera, 0.5, 0.75),
    noise: settings.variation.noise,
  };
  return { pose, lighting: drawLighting(settings, stream('lighting')), exposure, blank };
}

interface RenderedDesign {
  readonly maps: SurfaceMaps;
  readonly radiance: Float32Array;
  readonly hole: Uint8Array;
  readonly mark: Uint8Array;
}

/** Cuts the drawing's features into a blank, in place, and lights it. */
function renderDesign(scene: Scene, design: PartDesign, maps: SurfaceMaps): RenderedDesign {
  const { size } = maps;
  const hole = new Uint8Array(size * size);
  const mark = new Uint8Array(size * size);
  if (design.mark) engraveMark(maps, design.mark, scene.pose, mark);
  if (design.hole) drillHole(maps, design.hole, scene.pose, hole);
  const radiance = new Float32Array(size * size);
  shade(maps, scene.lighting, wholeOf(size), radiance);
  return { maps, radiance, hole, mark };
}

function makeFeatureWrong(
  kind: 'missing-feature' | 'shifted-feature',
  scene: Scene,
  design: PartDesign,
  random: Random,
): Damage {
  const wrong = kind === 'missing-feature' ? omitFeature(design, random) : displaceFeature(design, random);
  const good = renderDesign(scene, design, copySurfaceMaps(scene.blank));
  const bad = renderDesign(scene, wrong.design, scene.blank);
  const should = good[wrong.feature];
  const is = bad[wrong.feature];
  const mask = should.map((value, i) => value | is[i]!);
  const extent = wrong.feature === 'hole' ? holeExtent(design) : 2 * (design.mark?.halfWidth ?? 0);
  return {
    radiance: bad.radiance,
    mask,
    defect: {
      type: kind,
      feature: wrong.feature,
      length: wrong.shift || extent,
      ...measure(good.radiance, bad.radiance, mask),
    },
  };
}

function holeExtent({ hole }: PartDesign): number {
  return hole ? 2 * (hole.radius + hole.chamfer) : 0;
}

function damageSurface(
  kind: keyof typeof surfaceDefects,
  scene: Scene,
  design: PartDesign,
  random: Random,
): Damage {
  const good = renderDesign(scene, design, scene.blank);
  const { size } = good.maps;
  for (;;) {
    const maps = copyRelief(good.maps);
    const mask = new Uint8Array(size * size);
    const radiance = good.radiance.slice();
    const canvas = { maps, design, pose: scene.pose, footprint: mask };
    const trace = surfaceDefects[kind](canvas, random.uniform(), random);
    shade(maps, scene.lighting, trace.box, radiance);
    const seen = measure(good.radiance, radiance, mask);
    if (seen.area === 0 || seen.change < visible) continue;
    return {
      radiance,
      mask,
      defect: { type: kind, feature: null, length: trace.length, area: seen.area, contrast: seen.contrast },
    };
  }
}

/** Size of a mask, and how much the light changed within it (root mean square, absolute and relative). */
function measure(good: Float32Array, bad: Float32Array, mask: Uint8Array) {
  let area = 0;
  let squares = 0;
  let light = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    area++;
    squares += (bad[i]! - good[i]!) ** 2;
    light += good[i]!;
  }
  const change = area > 0 ? Math.sqrt(squares / area) : 0;
  return { area, change, contrast: light > 0 ? (change * area) / light : 0 };
}

function wholeOf(size: number): PixelBox {
  return { left: 0, top: 0, right: size, bottom: size };
}
