import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DesktopBridge } from '../../src-shared/contract/desktop.ts';
import { isFromWindow } from './lock-down.ts';

/** Sends to the page what it listens for; what it does not listen for yet waits until it does. */
export function createMailbox(window: BrowserWindow, name: keyof DesktopBridge): (value: string) => void {
  const waiting: string[] = [];
  let listening = false;
  // A page that is loaded anew begins to listen anew.
  window.webContents.on('did-navigate', () => (listening = false));
  ipcMain.on(name, (event) => {
    if (!isFromWindow(event, window.webContents)) return;
    listening = true;
    for (const value of waiting.splice(0)) window.webContents.send(name, value);
  });
  return (value) => {
    if (listening) window.webContents.send(name, value);
    else waiting.push(value);
  };
}
