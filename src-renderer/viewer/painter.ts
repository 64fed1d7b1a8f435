import { markColours } from './mark-colours.ts';
import type { View } from './view-store.ts';

/** Draws something onto the stage, in CSS pixels of the stage. */
export type Painter = (context: CanvasRenderingContext2D, view: View) => void;

/** The area of the picture, dark: what is drawn over it is to be seen even before the picture is there. */
export const paintBacking: Painter = (context, { viewport: { x, y, scale }, picture }) => {
  context.fillStyle = markColours.backing;
  context.fillRect(x, y, picture.width * scale, picture.height * scale);
};

/** What can be drawn over the whole picture, whatever its own number of pixels. */
type PictureSource = ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

/** A picture that covers the whole of the viewed one. */
export function paintPicture(source: PictureSource, options: { smooth: boolean; opacity?: number }): Painter {
  return (context, { viewport, picture }) => {
    context.save();
    context.globalAlpha = options.opacity ?? 1;
    context.imageSmoothingEnabled = options.smooth || !showsSinglePixels(viewport.scale);
    context.imageSmoothingQuality = 'high';
    const { x, y, scale } = viewport;
    context.drawImage(source, x, y, picture.width * scale, picture.height * scale);
    context.restore();
  };
}

/** Beyond 100 % a pixel is shown as what it is, a square, since smoothing would invent what the camera did not see. */
export function showsSinglePixels(scale: number): boolean {
  return scale * devicePixelRatio > 1;
}
