/**
 * What the window may load: its own files, and pictures that the engine sent it. Everything else is refused, starting
 * from 'none'. Styles may stand in the page because the component library writes its theme there at run time; they
 * cannot fetch anything that this policy does not allow.
 *
 * @param connections where the window may connect to
 */
export function contentSecurityPolicy(connections: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "worker-src 'self'",
    `connect-src ${connections}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
