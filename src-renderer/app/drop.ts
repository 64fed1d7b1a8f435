import { useEffect, useRef } from 'react';

type Receiver = (paths: string[]) => void;

/** The screens that take files and folders, innermost last; and what waits for one to appear. */
const receivers: Receiver[] = [];
let waiting: string[] = [];

/**
 * Takes the folders and images that are dropped on the window as long as the component is mounted, and those that were
 * dropped just before, on a screen that takes none.
 */
export function useDroppedPaths(receive: Receiver): void {
  const latest = useRef(receive);
  useEffect(() => {
    latest.current = receive;
  });
  useEffect(() => {
    const receiver: Receiver = (paths) => latest.current(paths);
    receivers.push(receiver);
    if (waiting.length > 0) {
      const paths = waiting;
      waiting = [];
      receiver(paths);
    }
    return () => {
      receivers.splice(receivers.indexOf(receiver), 1);
    };
  }, []);
}

/** @returns whether a screen took them; otherwise they wait for the next that does */
export function handOver(paths: string[]): boolean {
  const receiver = receivers.at(-1);
  if (receiver === undefined) waiting = paths;
  else receiver(paths);
  return receiver !== undefined;
}
