import type { Locator } from 'playwright';

/**
 * Scrolls a list from the top in a hundred steps, one for each frame.
 *
 * @param step pixels; as many as lead to the bottom when left out
 * @returns what a step costs the window's main thread on average, in milliseconds of processor time: unlike the time on
 * the clock it does not depend on what else the machine is doing
 */
export async function costOfScrolling(list: Locator, step?: number): Promise<number> {
  const steps = 100;
  const session = await list.page().context().newCDPSession(list.page());
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await taskSeconds();
  await list.evaluate(
    async (element, [count, wanted]) => {
      const pixels = wanted ?? (element.scrollHeight - element.clientHeight) / count;
      for (let done = 1; done <= count; done++) {
        element.scrollTop = pixels * done;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    [steps, step] as const,
  );
  return ((await taskSeconds()) - before) * (1000 / steps);
}
