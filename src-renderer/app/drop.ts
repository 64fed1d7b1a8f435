import { useEffect, useRef } from 'react';

type Receiver = (paths: string[]) => void;

/** The screens that take files and folders, innermost last; and what waits for one to appear. */
const receivers: { receive: Receiver; withoutProject: boolean }[] = [];
let waiting: string[] = [];

/**
 * Takes the folders and images that are dropped on the window as long as the component is mounted, and those that were
 * dropped just before, on a screen that takes none.
 *
 * @param options withoutProject: the screen works on files of its own, so none need be opened first
 */
export function useDroppedPaths(receive: Receiver, { withoutProject = false } = {}): void {
  const latest = useRef(receive);
  useEffect(() => {
    latest.current = receive;
  });
  useEffect(() => {
    const receiver = { receive: (paths: string[]) => latest.current(paths), withoutProject };
    receivers.push(receiver);
    if (waiting.length > 0) {
      const paths = waiting;
      waiting = [];
      receiver.receive(paths);
    }
    return () => {
      receivers.splice(receivers.indexOf(receiver), 1);
    };
  }, [withoutProject]);
}

/** Whether the screen that takes what is dropped needs no project. */
export function takesWithoutProject(): boolean {
  return receivers.at(-1)?.withoutProject === true;
}

/** @returns whether a screen took them; otherwise they wait for the next that does */
export function handOver(paths: string[]): boolean {
  const receiver = receivers.at(-1);
  if (receiver === undefined) waiting = paths;
  else receiver.receive(paths);
  return receiver !== undefined;
}
