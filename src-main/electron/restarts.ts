/** A process that dies this often within this time has a lasting reason to. */
const most = 3;
const withinMilliseconds = 60_000;

/**
 * Says whether to start a process again that has just died.
 *
 * @param now in milliseconds
 */
export function createRestartLimit(now: () => number): () => boolean {
  let deaths: number[] = [];
  return () => {
    deaths = [...deaths.filter((at) => now() - at < withinMilliseconds), now()];
    return deaths.length <= most;
  };
}
