import { useEffect, useRef } from 'react';

/** Files that a screen takes besides folders. */
export interface TakenFiles {
  readonly extensions: string[];
  /** What they are, for the dialog that chooses them. */
  readonly label: string;
}

interface Receiver {
  readonly receive: (paths: string[]) => void;
  readonly withoutProject: boolean;
  readonly files: TakenFiles | undefined;
}

/** The screens that take files and folders, innermost last; and what waits for one to appear. */
const receivers: (() => Receiver)[] = [];
let waiting: string[] = [];

/**
 * Takes the folders and files that are dropped on the window as long as the component is mounted, and those that were
 * dropped just before, on a screen that takes none.
 *
 * @param options withoutProject: the screen works on files of its own, so none need be opened first; files: which it takes,
 *   images when left out
 */
export function useDroppedPaths(
  receive: Receiver['receive'],
  { withoutProject = false, files }: { withoutProject?: boolean; files?: TakenFiles } = {},
): void {
  const latest = useRef<Receiver>({ receive, withoutProject, files });
  useEffect(() => {
    latest.current = { receive, withoutProject, files };
  });
  useEffect(() => {
    const receiver = () => latest.current;
    receivers.push(receiver);
    if (waiting.length > 0) {
      const paths = waiting;
      waiting = [];
      receiver().receive(paths);
    }
    return () => {
      receivers.splice(receivers.indexOf(receiver), 1);
    };
  }, []);
}

/** Whether the screen that takes what is dropped needs no project. */
export function takesWithoutProject(): boolean {
  return receivers.at(-1)?.().withoutProject === true;
}

/** Files that the screen takes; undefined for images. */
export function takenFiles(): TakenFiles | undefined {
  return receivers.at(-1)?.().files;
}

/** @returns whether a screen took them; otherwise they wait for the next that does */
export function handOver(paths: string[]): boolean {
  const receiver = receivers.at(-1);
  if (receiver === undefined) waiting = paths;
  else receiver().receive(paths);
  return receiver !== undefined;
}
