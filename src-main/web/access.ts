import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the browser host. Its address carries a token that works once: whoever brings it first gets a cookie
 * in exchange, and everything else is for those who have the cookie.
 */
export interface Access {
  readonly token: string;
  /** The cookie to set in exchange for the token, or nothing when it is wrong or was used already. */
  exchange(token: string): string | undefined;
  hasCookie(request: IncomingMessage): boolean;
}

export function createAccess(port: number): Access {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(24).toString('base64url');
  // Browsers do not tell ports apart in cookies: the name does, so that two hosts can be used side by side.
  const name = `sparsight-${port}`;
  let used = false;
  return {
    token,
    exchange(given) {
      if (used || !same(given, token)) return undefined;
      used = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    hasCookie: (request) => same(cookieOf(request, name) ?? '', secret),
  };
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = request.headers.cookie?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Takes the same time whatever is different. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
