/** Microseconds of processor time for each of so many problems, the least of three rounds. */
export function timed(problems: number, work: () => void): number {
  let least = Infinity;
  for (let round = 0; round < 3; round++) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / problems);
  }
  return least;
}
