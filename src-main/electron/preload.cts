import type { DesktopBridge } from '../../src-shared/contract/desktop.ts';

// A sandboxed preload is one CommonJS file that may load nothing but Electron.
const { contextBridge, ipcRenderer, webUtils } = require('electron') as typeof import('electron');

/** What is used here of the page; the rest of src-main runs where there is none. */
declare const window: {
  readonly origin: string;
  postMessage(message: string, origin: string, ports: readonly unknown[]): void;
  addEventListener(type: 'load', listener: () => void): void;
};

/** The main process answers each request on the channel of its name. */
function ask<Name extends keyof DesktopBridge>(name: Name) {
  return (...parameters: Parameters<DesktopBridge[Name]>) =>
    ipcRenderer.invoke(name, ...parameters) as ReturnType<DesktopBridge[Name]>;
}

function tell<Name extends keyof DesktopBridge>(name: Name) {
  return (...parameters: Parameters<DesktopBridge[Name]>) => ipcRenderer.send(name, ...parameters);
}

/** Lets the window listen without ever seeing Electron's event. */
function listen(name: keyof DesktopBridge) {
  return (listener: (value: string) => void) => {
    const receive = (_event: unknown, value: string) => listener(value);
    ipcRenderer.on(name, receive);
    // What happened before anybody listened is sent now.
    ipcRenderer.send(name);
    return () => void ipcRenderer.off(name, receive);
  };
}

const bridge: DesktopBridge = {
  chooseFolders: ask('chooseFolders'),
  chooseImages: ask('chooseImages'),
  chooseProject: ask('chooseProject'),
  chooseNewProject: ask('chooseNewProject'),
  chooseSavePath: ask('chooseSavePath'),
  chooseFile: ask('chooseFile'),
  chooseFiles: ask('chooseFiles'),
  pathOfFile: (file) => webUtils.getPathForFile(file),
  setProgress: tell('setProgress'),
  openPath: ask('openPath'),
  showInFolder: ask('showInFolder'),
  windowTitle: tell('windowTitle'),
  onCommand: listen('onCommand'),
  onOpenProject: listen('onOpenProject'),
};
contextBridge.exposeInMainWorld('sparsight', bridge);

// A port cannot cross the bridge; it goes to the page as a message of its own window.
ipcRenderer.on('engine', ({ ports }) =>
  window.postMessage('sparsight:engine', window.origin, ports as readonly unknown[]),
);
window.addEventListener('load', () => ipcRenderer.send('engine'));
