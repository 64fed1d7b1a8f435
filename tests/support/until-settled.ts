import { setTimeout } from 'node:timers/promises';
import type { Frame, Page } from 'playwright';

interface PageArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface PageElement {
  /** Of pictures only. */
  readonly complete?: boolean;
  readonly parentElement: PageElement | null;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
  getBoundingClientRect(): PageArea;
}

// Files here know Node's types; of a page's, this is what they need.
declare const document: {
  readonly fonts: { readonly status: 'loading' | 'loaded' };
  querySelectorAll(selector: string): Iterable<PageElement>;
};
declare const innerWidth: number;
declare const innerHeight: number;
declare function getComputedStyle(element: PageElement): { readonly overflow: string };
declare function requestAnimationFrame(callback: () => void): void;

/** Milliseconds between two looks. */
const pause = 40;

/**
 * Waits until fonts, pictures and all that the window marks as being on its way are there, as far as it is in sight.
 *
 * @param end when to stop waiting, in milliseconds since the epoch
 */
export async function untilSettled(page: Page, end: number): Promise<void> {
  do {
    // What was asked for just now has marked its place after a frame, and what arrived is painted.
    await page.evaluate(twoFrames);
    const frames = await Promise.all(page.frames().map(isSettled));
    if (frames.every(Boolean)) return;
    await setTimeout(pause);
  } while (Date.now() < end);
}

/** A frame that is being replaced cannot answer, and is not there yet. */
const isSettled = (frame: Frame): Promise<boolean> => frame.evaluate(nothingIsPending).catch(() => false);

/** Runs in the page. */
const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Runs in the page. */
function nothingIsPending(): boolean {
  const places = '.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"], img';
  const isPending = (element: PageElement) => element.complete !== true;
  const isInSight = (element: PageElement) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const area = element.getBoundingClientRect();
    const meets = ({ left, top, right, bottom }: PageArea) =>
      area.left < right && area.right > left && area.top < bottom && area.bottom > top;
    if (!meets({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return false;
    for (let around = element.parentElement; around !== null; around = around.parentElement)
      if (getComputedStyle(around).overflow !== 'visible' && !meets(around.getBoundingClientRect()))
        return false;
    return true;
  };
  return (
    document.fonts.status === 'loaded' &&
    ![...document.querySelectorAll(places)].some((element) => isPending(element) && isInSight(element))
  );
}
