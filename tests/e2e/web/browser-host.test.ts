import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { startBrowserHost } from '../../../src-main/web/browser-host.ts';
import type { BrowserHost } from '../../../src-main/web/browser-host.ts';
import type { Client } from '../../../src-shared/contract/client.ts';
import { enginePath } from '../../../src-shared/contract/engine-path.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const log = pino({ level: 'silent' });
const engine = createEngine({ workers: 1, log });
const parent = temporaryFolder();
const folder = join(parent, 'window');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(parent, 'secret.html'), 'not part of the window');
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sparsight</title>');
writeFileSync(join(folder, 'assets', 'main-a1b2.js'), 'void 0;');

let host: BrowserHost;
let origin: string;
let port: number;
let cookie: string;

beforeAll(async () => {
  host = await startBrowserHost({ router: engine.router, log, folder });
  ({ origin } = new URL(host.url));
  port = Number(new URL(host.url).port);
  const { headers } = await get(host.url.slice(origin.length));
  cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  await host.close();
  await engine.close();
});

interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The path goes out as it is: no client tidies it up. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** Whether the engine answers to a caller with these headers. */
function mayConnect(headers: Record<string, string>, path = enginePath): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

test('the token in the address is exchanged once for a cookie that scripts and other sites cannot use', async () => {
  const second = await startBrowserHost({ router: engine.router, log, folder });
  const address = new URL(second.url);
  const path = `${address.pathname}${address.search}`;
  const options = { redirect: 'manual' } as const;
  const first = await fetch(second.url, options);
  expect(first.status).toBe(303);
  expect(first.headers.get('location')).toBe('/');
  expect(first.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(first.headers.get('set-cookie')).not.toContain(address.searchParams.get('token'));
  const again = await fetch(new URL(path, address), options);
  expect(again.status).toBe(403);
  expect(again.headers.get('set-cookie')).toBeNull();
  await second.close();
});

test('whoever has the cookie may use the address with the token again', async () => {
  const { status, headers } = await get(host.url.slice(origin.length), { cookie });
  expect([status, headers.location]).toEqual([303, '/']);
});

test('without the cookie neither the window nor its files are shown', async () => {
  for (const path of ['/', '/index.html', '/assets/main-a1b2.js', '/?token=guessed']) {
    expect((await get(path)).status, path).toBe(403);
  }
  expect((await get('/', { cookie: `sparsight-${port}=guessed` })).status).toBe(403);
});

test('the window comes with a policy that starts from none and is not kept by the browser', async () => {
  const { status, headers } = await get('/', { cookie });
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${port}`);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('files named by their content are kept by the browser', async () => {
  const { headers } = await get('/assets/main-a1b2.js', { cookie });
  expect(headers['cache-control']).toContain('immutable');
});

test('no path leads out of the window', async () => {
  const paths = [
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/..%5c..%5csecret.html',
    '//secret.html',
    '/assets/%00/../../secret.html',
    join(parent, 'secret.html'),
  ];
  for (const path of paths) expect((await get(path, { cookie })).status, path).toBe(404);
});

test('nothing but reading is answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await get('/', { cookie }, method)).status, method).toBe(405);
  }
});

test('another name for this machine is refused', async () => {
  for (const name of [
    `attacker.example:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
  ]) {
    expect((await get('/', { cookie, host: name })).status, name).toBe(403);
    expect(await mayConnect({ cookie, origin, host: name }), name).toBe(false);
  }
});

test('the engine answers to the window only: cookie, origin and path are checked', async () => {
  expect(await mayConnect({ cookie, origin })).toBe(true);
  expect(await mayConnect({ origin })).toBe(false);
  expect(await mayConnect({ cookie })).toBe(false);
  expect(await mayConnect({ cookie, origin: 'https://attacker.example' })).toBe(false);
  expect(await mayConnect({ cookie, origin: 'null' })).toBe(false);
  expect(await mayConnect({ cookie, origin }, '/other')).toBe(false);
});

test('only this machine can connect', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});

test('the contract is served whole: answers, errors with their next step', async () => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${enginePath}`, {
    headers: { cookie, origin },
  });
  const client: Client = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  );
  expect((await client.host.about()).version).toMatch(/^\d+\.\d+\.\d+$/);
  await expect(client.project.summary()).rejects.toMatchObject({
    code: 'SPARSIGHT',
    data: { code: 'project.missing', next: 'Open or create a project first.' },
  });
  socket.terminate();
});

test('a port that is taken is reported with what to do', async () => {
  await expect(startBrowserHost({ router: engine.router, log, folder, port })).rejects.toMatchObject({
    code: 'usage.invalid',
    next: 'Choose another one with --port, or leave it out.',
  });
});

test('a window that has not been built is reported with what to do', async () => {
  await expect(
    startBrowserHost({ router: engine.router, log, folder: join(parent, 'nowhere') }),
  ).rejects.toMatchObject({ code: 'input.missing', next: 'Run "npm run build" first.' });
});
