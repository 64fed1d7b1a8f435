import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
export type Bounds = z.infer<typeof boundsSchema>;

const windowStateSchema = z.object({ bounds: boundsSchema, maximised: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

export const smallestWindow = { width: 1024, height: 700 };
const firstSize = { width: 1280, height: 800 };

/** How much of the title bar must be on some display for a person to be able to grab the window. */
const reachable = { width: 120, height: 40 };

/**
 * Where the window goes: where it was, unless no display shows that place any more.
 *
 * @param workAreas of the displays, the main one first
 */
export function placeWindow(
  saved: WindowState | null,
  workAreas: readonly Bounds[],
): Partial<Bounds> & { width: number; height: number } {
  if (saved === null) return firstSize;
  const { bounds } = saved;
  const size = {
    width: Math.max(bounds.width, smallestWindow.width),
    height: Math.max(bounds.height, smallestWindow.height),
  };
  const area = workAreas.find((candidate) => showsTitle(bounds, candidate));
  if (area === undefined) return firstSize;
  return {
    x: bounds.x,
    y: bounds.y,
    width: Math.min(size.width, Math.max(area.width, smallestWindow.width)),
    height: Math.min(size.height, Math.max(area.height, smallestWindow.height)),
  };
}

function showsTitle(bounds: Bounds, area: Bounds): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const height = area.y + area.height - bounds.y;
  return width >= reachable.width && height >= reachable.height && bounds.y >= area.y - 8;
}

/** What was saved, or null: a file that cannot be read costs the place of the window and nothing else. */
export function readWindowState(path: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** At once, since the window is about to go. */
export function saveWindowState(path: string, state: WindowState): void {
  writeFileSync(path, JSON.stringify(state));
}
