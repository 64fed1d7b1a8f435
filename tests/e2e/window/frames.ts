import type { Page } from 'playwright';

/** Times between frames while something is done, in milliseconds. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const next = (now: number) => {
      times.push(now);
      if (!('stopFrames' in globalThis)) requestAnimationFrame(next);
    };
    Object.assign(globalThis, { frameTimes: times });
    requestAnimationFrame(next);
  });
  await act();
  const times = await page.evaluate(() => {
    Object.assign(globalThis, { stopFrames: true });
    return (globalThis as unknown as { frameTimes: number[] }).frameTimes;
  });
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'stopFrames'));
  return times.slice(1).map((time, i) => time - times[i]!);
}

/**
 * From each input to the next picture on the screen while something is done, in milliseconds, as the browser's event
 * timing tells it: in steps of 8 ms; inputs that were answered within 16 ms are told as 16.
 */
export async function answersDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const answers: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) answers.push(duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(globalThis, { answers, answerObserver: observer });
  });
  await act();
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const kept = globalThis as unknown as { answers: number[]; answerObserver: PerformanceObserver };
    kept.answerObserver.disconnect();
    return kept.answers;
  });
}
