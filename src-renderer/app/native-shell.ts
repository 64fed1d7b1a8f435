import type { DesktopBridge } from '../../src-shared/contract/desktop.ts';
import type { Shell } from './shell.ts';

declare global {
  interface Window {
    /** What the preload of the desktop application puts here. */
    readonly sparsight?: DesktopBridge;
  }
}

/** The desktop application around the window; null in a browser. */
export function nativeShell(): Shell | null {
  const bridge = window.sparsight;
  if (bridge === undefined) return null;
  return {
    ...bridge,
    kind: 'electron',
    pathsOfDrop: ({ files }) =>
      Array.from(files, (file) => bridge.pathOfFile(file)).filter((path) => path !== ''),
  };
}
