import type { App, Session, WebContents } from 'electron';
import type { Logger } from 'pino';
import { isOfWindow } from './window-address.ts';

/** What the window never needs is refused for everything that could ever be shown: the page is not trusted. */
export function lockDownContents(app: App, log: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string, address: string) => log.warn({ address }, `${what} refused`);
    contents.on('will-navigate', (event) => {
      if (isOfWindow(event.url)) return;
      event.preventDefault();
      refuse('navigation', event.url);
    });
    contents.on('will-frame-navigate', (event) => {
      if (isOfWindow(event.url) || event.url === 'about:srcdoc') return;
      event.preventDefault();
      refuse('navigation of a frame', event.url);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      refuse('new window', url);
      return { action: 'deny' };
    });
  });
}

/** No permission, no download, no network: pictures and parts stay on this machine. */
export function lockDownSession(session: Session, log: Logger): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn({ permission }, 'permission refused');
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const local = isOfWindow(url) || /^(blob|data|devtools):/.test(url);
    if (!local) log.warn({ address: url }, 'request refused');
    answer({ cancel: !local });
  });
}

/** Whether a message comes from the window's own page, and not from a frame in it or another page. */
export function isFromWindow(
  event: { sender: WebContents; senderFrame: { url: string } | null },
  window: WebContents,
): boolean {
  const { sender, senderFrame } = event;
  return sender === window && senderFrame === window.mainFrame && isOfWindow(senderFrame.url);
}
