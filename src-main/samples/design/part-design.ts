import type { SampleSettings } from '../settings.ts';
import { type Polyline, textStrokes } from './stroke-font.ts';

/** A point on the part: pixels from its centre, before the part is laid down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drilled hole with its countersink. Lengths in pixels. */
export interface HoleDesign {
  readonly centre: Point;
  readonly radius: number;
  /** Width of the chamfer around it, seen from above. */
  readonly chamfer: number;
}

/** A mark cut by a ball-nosed tool. Strokes are relative to `centre`; lengths in pixels. */
export interface MarkDesign {
  readonly centre: Point;
  readonly strokes: readonly Polyline[];
  /** Half the width of the cut. */
  readonly toolRadius: number;
  /** Half the extent of the strokes along each axis. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** The outer edge: a circle when the half sizes and the corner radius are equal, else a rectangle with round corners. */
export interface OutlineDesign {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly corner: number;
  /** Width of the machined edge, seen from above. */
  readonly chamfer: number;
}

/** The drawing that every part of a set was made from. A feature that is null was left out. */
export interface PartDesign {
  readonly family: SampleSettings['family'];
  /** Pixels per pixel of a 400 pixel photograph: every length of the drawing grows with it. */
  readonly unit: number;
  readonly outline: OutlineDesign;
  readonly hole: HoleDesign | null;
  readonly mark: MarkDesign | null;
}

const designedFor = 400;

/** The drawing for these settings, at their image size. */
export function designPart(settings: Pick<SampleSettings, 'family' | 'size' | 'partNumber'>): PartDesign {
  const unit = settings.size / designedFor;
  const disc = settings.family === 'turned-disc';
  const outline = disc
    ? { halfWidth: 181, halfHeight: 181, corner: 181, chamfer: 5.5 }
    : { halfWidth: 182, halfHeight: 164, corner: 20, chamfer: 4.5 };
  return {
    family: settings.family,
    unit,
    outline: {
      halfWidth: outline.halfWidth * unit,
      halfHeight: outline.halfHeight * unit,
      corner: outline.corner * unit,
      chamfer: outline.chamfer * unit,
    },
    hole: {
      centre: disc ? { x: -72 * unit, y: 66 * unit } : { x: -112 * unit, y: 88 * unit },
      radius: 23 * unit,
      chamfer: 5.5 * unit,
    },
    mark: designMark(settings.partNumber, disc ? { x: 34, y: -78 } : { x: 62, y: -96 }, unit),
  };
}

function designMark(partNumber: string, centre: Point, unit: number): MarkDesign {
  const letterHeight = 27 * unit;
  const logo = emblem(letterHeight / 2);
  const text = textStrokes(partNumber, letterHeight);
  const textHalfWidth = Math.max(...text.flat().map(([x]) => x));
  const gap = letterHeight * 0.4;
  const halfWidth = textHalfWidth + (letterHeight + gap) / 2;
  const strokes = [
    ...logo.map((stroke) => shifted(stroke, letterHeight / 2 - halfWidth)),
    ...text.map((stroke) => shifted(stroke, halfWidth - textHalfWidth)),
  ];
  return {
    centre: { x: centre.x * unit, y: centre.y * unit },
    strokes,
    toolRadius: 2 * unit,
    halfWidth,
    halfHeight: letterHeight / 2,
  };
}

/** The maker's sign: a circle with a peak in it. */
function emblem(radius: number): Polyline[] {
  const circle = Array.from({ length: 33 }, (_, i): [number, number] => {
    const angle = (i / 32) * 2 * Math.PI;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const peak: Polyline = [
    [-0.55 * radius, 0.4 * radius],
    [-0.1 * radius, -0.45 * radius],
    [0.2 * radius, 0.15 * radius],
    [0.36 * radius, -0.12 * radius],
    [0.62 * radius, 0.4 * radius],
  ];
  return [circle, peak];
}

function shifted(stroke: Polyline, by: number): Polyline {
  return stroke.map(([x, y]): [number, number] => [x + by, y]);
}
