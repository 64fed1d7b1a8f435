import { dirname, join } from 'node:path';
import { app, ipcMain, Menu, nativeTheme, session, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { softwareVersion } from '../engine/software-version.ts';
import { applicationFiles } from '../hosting/application-files.ts';
import { openApplicationLog } from '../hosting/application-log.ts';
import { readPreferences, watchPreferences } from '../hosting/preferences.ts';
import { bringToFront, createApplicationWindow, showPage } from './application-window.ts';
import { EngineHost } from './engine-host.ts';
import { endOnFaults, isAttended } from './faults.ts';
import { isFromWindow, lockDownContents, lockDownSession } from './lock-down.ts';
import { menuTemplate } from './menu.ts';
import { createMailbox } from './messages-to-window.ts';
import { answerNativeRequests } from './native-requests.ts';
import { isProjectFile, projectIn } from './opened-files.ts';
import { confirmQuit, confirmRestart } from './questions.ts';
import { registerWindowScheme, serveWindow } from './serve-window.ts';
import { textsIn } from './texts.ts';

app.setName('Sparsight');
const files = applicationFiles(app.getPath('userData'));
const log = openApplicationLog(files.logFile, 'main');
let preferences = readPreferences(files.settingsFile);
const texts = () => textsIn(preferences.language, app.getLocale());
endOnFaults(log, files.logFile, texts);

/** Opened in the system before there was a window to show it. */
let opened = projectIn(process.argv.slice(1), process.cwd());
let show = (path: string): void => void (opened = path);
app.on('open-file', (event, path) => {
  event.preventDefault();
  if (isProjectFile(path)) show(path);
});

if (app.requestSingleInstanceLock({ project: opened })) {
  registerWindowScheme();
  lockDownContents(app, log);
  // Not awaited: Electron becomes ready only once this module has been loaded.
  void app.whenReady().then(start);
} else {
  app.exit(0);
}

function start(): void {
  nativeTheme.themeSource = preferences.theme;
  lockDownSession(session.defaultSession, log);
  serveWindow(session.defaultSession);
  app.setAboutPanelOptions({
    applicationName: 'Sparsight',
    applicationVersion: softwareVersion,
    version: '',
    copyright: texts().copyright,
  });

  const window = createApplicationWindow(join(app.getPath('userData'), 'window.json'));
  const engine = new EngineHost({
    start: {
      ...files,
      documentsFolder: app.getPath('documents'),
      ...(preferences.workers === null ? {} : { workers: preferences.workers }),
    },
    log,
    gaveUp: async () => isAttended && (await confirmRestart(window, texts())),
  });
  ipcMain.on('engine', (event) => {
    if (isFromWindow(event, window.webContents)) engine.connect(window.webContents);
  });

  const command = createMailbox(window, 'onCommand');
  const openProject = createMailbox(window, 'onOpenProject');
  show = (path) => {
    openProject(path);
    bringToFront(window);
  };
  if (opened !== null) openProject(opened);
  app.on('second-instance', (_event, _argv, _folder, more) => {
    bringToFront(window);
    const { project } = more as { project: string | null };
    if (project !== null) show(project);
  });

  const setMenu = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          texts: texts(),
          platform: process.platform,
          command,
          openLogs: () => void shell.openPath(dirname(files.logFile)),
        }),
      ),
    );
  setMenu();
  const unwatch = watchPreferences(files.settingsFile, (changed) => {
    preferences = changed;
    nativeTheme.themeSource = changed.theme;
    setMenu();
  });

  let busy = false;
  answerNativeRequests({ window, log, texts, busy: (isBusy) => (busy = isBusy) });
  askBeforeClosing(window, () => busy);
  endWith(engine, unwatch);
  void showPage(window);
}

function askBeforeClosing(window: BrowserWindow, busy: () => boolean): void {
  window.on('close', (event) => {
    if (busy() && isAttended && !confirmQuit(window, texts())) event.preventDefault();
  });
}

/** With the window goes the application, on macOS as well: it has one window and one engine. */
function endWith(engine: EngineHost, unwatch: () => void): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    unwatch();
    void engine.close().finally(() => app.exit(0));
  });
}
