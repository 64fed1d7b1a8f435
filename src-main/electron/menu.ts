import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts.ts';

export interface MenuOptions {
  readonly texts: Texts;
  readonly platform: NodeJS.Platform;
  /** Asks the window to run one of its commands. */
  readonly command: (id: string) => void;
  readonly openLogs: () => void;
}

/**
 * The native menu. Most of it are commands of the window, which decides whether they make sense now; shortcuts without
 * a modifier key, and those of a screen, are the window's alone.
 */
export function menuTemplate({
  texts,
  platform,
  command,
  openLogs,
}: MenuOptions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => command(id),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const settings = item(texts.settings, 'go.settings', 'CmdOrCtrl+,');
  const about: MenuItemConstructorOptions = { role: 'about', label: texts.about };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit };

  const application: MenuItemConstructorOptions = {
    label: 'Sparsight',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'services', label: texts.services },
      line,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      line,
      quit,
    ],
  };
  return [
    ...(mac ? [application] : []),
    {
      label: texts.file,
      submenu: [
        item(texts.newProject, 'project.new', 'CmdOrCtrl+Alt+N'),
        item(texts.openProject, 'project.open', 'CmdOrCtrl+O'),
        item(texts.closeProject, 'project.close'),
        ...(mac ? [line, { role: 'close', label: texts.close } as const] : [line, settings, line, quit]),
      ],
    },
    {
      label: texts.edit,
      submenu: [
        ...undoAndRedo(texts, mac, command),
        line,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.go,
      submenu: (['start', 'images', 'learn', 'inspect', 'evaluate', 'reports'] as const).map(
        (screen, place) => item(texts[screen], `go.${screen}`, `CmdOrCtrl+${place + 1}`),
      ),
    },
    {
      label: texts.view,
      submenu: [
        item(texts.toggleTheme, 'view.theme'),
        line,
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.zoomReset },
        line,
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    ...(mac ? [{ role: 'windowMenu', label: texts.window } as const] : []),
    {
      role: 'help',
      label: texts.help,
      submenu: [
        item(texts.guide, 'go.help', 'F1'),
        item(texts.palette, 'help.palette', 'CmdOrCtrl+K'),
        item(texts.shortcuts, 'help.shortcuts'),
        line,
        { label: texts.openLogs, id: 'logs', click: openLogs },
        ...(mac ? [] : [line, about]),
      ],
    },
  ];
}

/** In a field, undoing is the field's; only macOS needs a menu item for that. */
function undoAndRedo(
  texts: Texts,
  mac: boolean,
  command: (id: string) => void,
): MenuItemConstructorOptions[] {
  if (mac)
    return [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
    ];
  return [
    {
      label: texts.undo,
      id: 'edit.undo',
      accelerator: 'Ctrl+Z',
      registerAccelerator: false,
      click: () => command('edit.undo'),
    },
    {
      label: texts.redo,
      id: 'edit.redo',
      accelerator: 'Ctrl+Shift+Z',
      registerAccelerator: false,
      click: () => command('edit.redo'),
    },
  ];
}
