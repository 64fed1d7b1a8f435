import { protocol } from 'electron';
import type { Session } from 'electron';
import { contentSecurityPolicy } from '../hosting/content-security-policy.ts';
import { builtWindow, windowFilesIn } from '../hosting/window-files.ts';
import { isOfWindow, windowScheme } from './window-address.ts';

/** To be called before Electron is ready. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: windowScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Answers the window's scheme with the built window, and with nothing else. */
export function serveWindow(session: Session): void {
  const files = windowFilesIn(builtWindow);
  session.protocol.handle(windowScheme, async ({ url, method }) => {
    const file = isOfWindow(url) && method === 'GET' ? await files(new URL(url).pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(file.bytes, {
      headers: { ...file.headers, 'Content-Security-Policy': contentSecurityPolicy("'self'") },
    });
  });
}
