/** How often results are asked for while a run is going on, in milliseconds; false for one that has ended. */
export function liveInterval(isLive: boolean): number | false {
  return isLive ? 1000 : false;
}
