/** Width and height, in the unit that the context says. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How a picture lies on the screen. A pixel of the picture at (px, py) is shown at (x + px * scale, y + py * scale),
 * in CSS pixels of the stage.
 */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Part of a picture, in its pixels; may be fractional. */
export interface Area extends Point, Extent {}

/** One pixel of the picture on this many of the screen is as close as it gets. */
const largestScale = 64;
/** Share of the stage that a picture keeps in sight however far it is moved. */
const keptInSight = 0.2;
/** Space around a picture that fits the stage, in CSS pixels. */
const margin = 12;

/** The whole picture, centred, as large as it can be. */
export function fit(picture: Extent, stage: Extent): Viewport {
  return frame({ x: 0, y: 0, ...picture }, stage, fitScale(picture, stage));
}

export function fitScale(picture: Extent, stage: Extent): number {
  return Math.max(
    1e-6,
    Math.min((stage.width - 2 * margin) / picture.width, (stage.height - 2 * margin) / picture.height),
  );
}

/** The middle of an area in the middle of the stage. */
export function frame(area: Area, stage: Extent, scale: number): Viewport {
  return {
    scale,
    x: stage.width / 2 - (area.x + area.width / 2) * scale,
    y: stage.height / 2 - (area.y + area.height / 2) * scale,
  };
}

/** An area with its surroundings, no closer than single pixels ask for. */
export function frameAround(area: Area, picture: Extent, stage: Extent): Viewport {
  const surroundings = 5;
  const scale = Math.min(
    6,
    stage.width / (area.width * surroundings),
    stage.height / (area.height * surroundings),
  );
  return kept(frame(area, stage, Math.max(scale, fitScale(picture, stage))), picture, stage);
}

/** Changes the scale while the picture's point under `at` (on the stage) stays where it is. */
export function zoomAt(
  viewport: Viewport,
  scale: number,
  at: Point,
  picture: Extent,
  stage: Extent,
): Viewport {
  const least = Math.min(1, fitScale(picture, stage)) / 2;
  const to = Math.min(largestScale, Math.max(least, scale));
  const factor = to / viewport.scale;
  return kept(
    { scale: to, x: at.x - (at.x - viewport.x) * factor, y: at.y - (at.y - viewport.y) * factor },
    picture,
    stage,
  );
}

export function panBy(viewport: Viewport, by: Point, picture: Extent, stage: Extent): Viewport {
  return kept({ ...viewport, x: viewport.x + by.x, y: viewport.y + by.y }, picture, stage);
}

/** The same place in the middle when the stage has changed its size. */
export function resized(viewport: Viewport, before: Extent, after: Extent): Viewport {
  return {
    ...viewport,
    x: viewport.x + (after.width - before.width) / 2,
    y: viewport.y + (after.height - before.height) / 2,
  };
}

export function toPicture(viewport: Viewport, at: Point): Point {
  return { x: (at.x - viewport.x) / viewport.scale, y: (at.y - viewport.y) / viewport.scale };
}

export function toStage(viewport: Viewport, at: Point): Point {
  return { x: viewport.x + at.x * viewport.scale, y: viewport.y + at.y * viewport.scale };
}

/** The pixel under a point of the stage; null beside the picture. */
export function pixelAt(viewport: Viewport, at: Point, picture: Extent): Point | null {
  const { x, y } = toPicture(viewport, at);
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return null;
  return { x: Math.floor(x), y: Math.floor(y) };
}

/** What of the picture is on the stage; empty (width or height 0) when nothing is. */
export function visibleArea(viewport: Viewport, picture: Extent, stage: Extent): Area {
  const topLeft = toPicture(viewport, { x: 0, y: 0 });
  const bottomRight = toPicture(viewport, { x: stage.width, y: stage.height });
  const x = clamp(topLeft.x, 0, picture.width);
  const y = clamp(topLeft.y, 0, picture.height);
  return {
    x,
    y,
    width: Math.max(0, clamp(bottomRight.x, 0, picture.width) - x),
    height: Math.max(0, clamp(bottomRight.y, 0, picture.height) - y),
  };
}

/** The next of the scales that + and - step through: halves, and one and a half between them. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const steps = [];
  for (let whole = 2 ** -14; whole <= largestScale; whole *= 2) steps.push(whole, whole * 1.5);
  const slack = 1 + 1e-6;
  if (direction > 0) return steps.find((step) => step > scale * slack) ?? largestScale;
  return steps.findLast((step) => step * slack < scale) ?? scale / 2;
}

/** Keeps a share of the stage covered by the picture, so that it cannot be lost. */
function kept(viewport: Viewport, picture: Extent, stage: Extent): Viewport {
  const { scale } = viewport;
  return {
    scale,
    x: keptAxis(viewport.x, picture.width * scale, stage.width),
    y: keptAxis(viewport.y, picture.height * scale, stage.height),
  };
}

function keptAxis(offset: number, length: number, stage: number): number {
  const kept = Math.min(length, stage * keptInSight);
  return clamp(offset, kept - length, stage - kept);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
