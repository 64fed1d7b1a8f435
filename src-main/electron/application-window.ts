import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { placeWindow, readWindowState, saveWindowState, smallestWindow } from './window-state.ts';
import { windowUrl } from './window-address.ts';

/** What is seen before the page is painted, so that a dark window does not begin with a white flash. */
const background = { light: '#f7f8fa', dark: '#171b21' };

/** The one window, where it was when it was last closed. */
export function createApplicationWindow(stateFile: string): BrowserWindow {
  const saved = readWindowState(stateFile);
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const window = new BrowserWindow({
    ...placeWindow(
      saved,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Sparsight',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (saved?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The page names the window through the bridge, with what is open in it.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () =>
    saveWindowState(stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }),
  );
  return window;
}

export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(windowUrl);
}

/** In front of everything, wherever it was. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
