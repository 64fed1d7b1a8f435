import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { enginePath } from '../../src-shared/contract/engine-path.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import type { EngineRouter } from '../engine/engine.ts';
import { contentSecurityPolicy } from '../hosting/content-security-policy.ts';
import { builtWindow, windowFilesIn } from '../hosting/window-files.ts';
import type { WindowFiles } from '../hosting/window-files.ts';
import { createAccess } from './access.ts';
import type { Access } from './access.ts';
import { refusal } from './refusal.ts';

/** Reached from this machine only. */
const address = '127.0.0.1';

/** A request holds at most a brushed region or a logo. */
const maxRequestBytes = 64 * 1024 * 1024;

export interface BrowserHostOptions {
  readonly router: EngineRouter;
  readonly log: Logger;
  /** @default any that is free */
  readonly port?: number;
  /** Where the built window lies. @default builtWindow */
  readonly folder?: string;
}

export interface BrowserHost {
  /** Where to point a browser, once: the token in it is good for one visitor. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the window and the engine behind it to a browser on this machine.
 *
 * @throws SparsightError 'input.missing' when the window has not been built, 'usage.invalid' when the port is taken
 */
export async function startBrowserHost({
  router,
  log,
  port = 0,
  folder = builtWindow,
}: BrowserHostOptions): Promise<BrowserHost> {
  const files = listWindowFiles(folder);
  const server = createServer();
  await listen(server, port);
  const origin = `http://${address}:${(server.address() as AddressInfo).port}`;
  const access = createAccess((server.address() as AddressInfo).port);

  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(`'self' ${origin.replace('http', 'ws')}`),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, { origin, access, files }).then(
      ({ status, headers: own, body }) => response.writeHead(status, { ...headers, ...own }).end(body),
      (error: unknown) => {
        log.error({ err: error }, 'request failed');
        response.writeHead(500, headers).end();
      },
    );
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxRequestBytes });
  const handler = new RPCHandler(router);
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const mayConnect =
      request.url === enginePath &&
      isForThisHost(request, origin) &&
      request.headers.origin === origin &&
      access.hasCookie(request);
    if (!mayConnect) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (error) => log.warn({ err: error }, 'connection failed'));
      void handler.upgrade(webSocket);
    });
  });

  return {
    url: `${origin}/?token=${access.token}`,
    async close() {
      for (const webSocket of sockets.clients) webSocket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

async function answer(
  request: IncomingMessage,
  { origin, access, files }: { origin: string; access: Access; files: WindowFiles },
): Promise<Answer> {
  if (!isForThisHost(request, origin)) return refusal(403, 'This address does not belong to Sparsight.');
  if (request.method !== 'GET') return refusal(405, 'The window can only be read.');
  // Put behind the origin, not resolved against it: "//elsewhere/" is a path here, too.
  const address = `${origin}${request.url ?? '/'}`;
  if (!URL.canParse(address)) return refusal(404, 'There is nothing here.');
  const url = new URL(address);
  const token = url.searchParams.get('token');
  const known = access.hasCookie(request);
  if (url.pathname === '/' && token !== null) {
    const cookie = known ? undefined : access.exchange(token);
    // To the address without the token, so that it stays neither in the history nor in a screenshot.
    const onward = { Location: '/', 'Cache-Control': 'no-store' };
    if (known) return { status: 303, headers: onward, body: '' };
    if (cookie !== undefined) return { status: 303, headers: { ...onward, 'Set-Cookie': cookie }, body: '' };
  }
  if (!known) {
    return refusal(403, 'This address has been used already, or is not complete. Start Sparsight again.');
  }
  const file = await files(url.pathname);
  if (file === undefined) return refusal(404, 'There is nothing here.');
  return { status: 200, headers: file.headers, body: file.bytes };
}

/** A name that somebody else has pointed at this machine is refused. */
function isForThisHost(request: IncomingMessage, origin: string): boolean {
  return `http://${request.headers.host ?? ''}` === origin;
}

function listWindowFiles(folder: string): WindowFiles {
  try {
    return windowFilesIn(folder);
  } catch (cause) {
    throw new SparsightError(
      {
        code: 'input.missing',
        message: 'The window has not been built.',
        next: 'Run "npm run build" first.',
        path: folder,
      },
      { cause },
    );
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new SparsightError(
          {
            code: 'usage.invalid',
            message: `Port ${port} cannot be used: ${cause.message}.`,
            next: 'Choose another one with --port, or leave it out.',
          },
          { cause },
        ),
      ),
    );
    server.listen(port, address, resolve);
  });
}
