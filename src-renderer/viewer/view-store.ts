import { fit, fitScale, frame, frameAround, panBy, resized, stepScale, zoomAt } from './viewport.ts';
import type { Area, Extent, Point, Viewport } from './viewport.ts';

export interface View {
  readonly viewport: Viewport;
  readonly picture: Extent;
  /** In CSS pixels. */
  readonly stage: Extent;
}

/**
 * What of a picture is seen, kept outside React: moving it must draw the canvas again and nothing else. `get` returns
 * the same object until something changes.
 */
export class ViewStore {
  readonly #listeners = new Set<() => void>();
  readonly #animate: boolean;
  #view: View;
  /** Whether the whole picture is to stay in sight when the window changes its size. */
  #fitted = true;
  #glide: { scale: number; at: Point; frame: number } | null = null;

  constructor(picture: Extent, options: { animate: boolean }) {
    this.#animate = options.animate;
    this.#view = { picture, stage: { width: 0, height: 0 }, viewport: { scale: 1, x: 0, y: 0 } };
  }

  readonly get = (): View => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  resize(stage: Extent): void {
    const { viewport, picture, stage: before } = this.#view;
    if (stage.width === before.width && stage.height === before.height) return;
    this.#set(this.#fitted ? fit(picture, stage) : resized(viewport, before, stage), stage);
  }

  fit(): void {
    this.#stop();
    this.#fitted = true;
    this.#set(fit(this.#view.picture, this.#view.stage));
  }

  /** The place in the middle at a stated scale. */
  showScale(scale: number): void {
    this.zoomTo(scale, this.#middle());
  }

  step(direction: 1 | -1, at: Point = this.#middle()): void {
    this.zoomTo(stepScale(this.#glide?.scale ?? this.#view.viewport.scale, direction), at);
  }

  /** Multiplies the scale that is being zoomed to, around a point of the stage. */
  zoomBy(factor: number, at: Point): void {
    this.zoomTo((this.#glide?.scale ?? this.#view.viewport.scale) * factor, at);
  }

  zoomTo(scale: number, at: Point): void {
    this.#fitted = false;
    if (!this.#animate) {
      this.zoomNow(scale, at);
      return;
    }
    const { viewport, picture, stage } = this.#view;
    // The limits of the scale are those of zoomAt; gliding beyond them would never arrive.
    const target = zoomAt(viewport, scale, at, picture, stage).scale;
    const gliding = this.#glide !== null;
    this.#glide = { scale: target, at, frame: this.#glide?.frame ?? 0 };
    if (!gliding) this.#glideOn(performance.now());
  }

  /** As a pinch asks for: at once. */
  zoomNow(scale: number, at: Point): void {
    const { viewport, picture, stage } = this.#view;
    this.#fitted = false;
    this.#set(zoomAt(viewport, scale, at, picture, stage));
  }

  panBy(by: Point): void {
    const { viewport, picture, stage } = this.#view;
    this.#stop();
    this.#fitted = false;
    this.#set(panBy(viewport, by, picture, stage));
  }

  centreOn(at: Point): void {
    const { viewport, picture, stage } = this.#view;
    this.#stop();
    this.#fitted = false;
    const centred = frame({ ...at, width: 0, height: 0 }, stage, viewport.scale);
    this.#set(panBy(centred, { x: 0, y: 0 }, picture, stage));
  }

  showArea(area: Area): void {
    const { picture, stage } = this.#view;
    this.#stop();
    this.#fitted = false;
    this.#set(frameAround(area, picture, stage));
  }

  /** What is seen has changed, though not from where: a tile has arrived. */
  redraw(): void {
    for (const listener of this.#listeners) listener();
  }

  dispose(): void {
    this.#stop();
  }

  isFitted(): boolean {
    const { viewport, picture, stage } = this.#view;
    return viewport.scale <= fitScale(picture, stage) * 1.001;
  }

  /** Comes closer to the scale asked for by the same share in the same time, whatever the screen's rate. */
  #glideOn(before: number): void {
    const glide = this.#glide;
    if (glide === null) return;
    glide.frame = requestAnimationFrame((now) => {
      const { viewport } = this.#view;
      const share = 1 - Math.exp(-(now - before) / glideMilliseconds);
      const ratio = glide.scale / viewport.scale;
      const arrived = Math.abs(Math.log(ratio)) < 0.004;
      this.zoomNow(arrived ? glide.scale : viewport.scale * ratio ** share, glide.at);
      if (arrived) this.#glide = null;
      else this.#glideOn(now);
    });
  }

  #stop(): void {
    if (this.#glide !== null) cancelAnimationFrame(this.#glide.frame);
    this.#glide = null;
  }

  #middle(): Point {
    return { x: this.#view.stage.width / 2, y: this.#view.stage.height / 2 };
  }

  #set(viewport: Viewport, stage: Extent = this.#view.stage): void {
    this.#view = { ...this.#view, viewport, stage };
    this.redraw();
  }
}

/** Time in which two thirds of the way to a new scale are covered. */
const glideMilliseconds = 55;
