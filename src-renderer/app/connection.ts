import type { ClientLink, ClientContext } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { enginePortMessage } from '../../src-shared/contract/desktop.ts';
import { enginePath } from '../../src-shared/contract/engine-path.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

type Link = ClientLink<ClientContext>;

/** The way to the engine, which may be lost and come back. */
export interface Connection {
  /** One link for good: calls wait for the engine while it is being connected. */
  link: Link;
  state: () => ConnectionState;
  subscribe: (listener: () => void) => () => void;
  close: () => void;
}

/** What a transport tells of itself. */
interface Transport {
  opened: (link: Link) => void;
  lost: () => void;
}

/** Milliseconds between attempts to reach an engine that went away. */
const retryDelays = [250, 500, 1000, 2000, 4000];

/** @param connect starts a transport and returns what ends it */
function createConnection(connect: (transport: Transport) => () => void): Connection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let current = Promise.withResolvers<Link>();

  function change(next: ConnectionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  const close = connect({
    opened: (link) => {
      if (state === 'open') current = Promise.withResolvers<Link>();
      current.resolve(link);
      change('open');
    },
    lost: () => {
      if (state === 'open') current = Promise.withResolvers<Link>();
      if (state !== 'lost') change('lost');
    },
  });

  return {
    link: {
      call: async (path, input, options) => (await current.promise).call(path, input, options),
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

/** Through the message port that the preload hands over, once for each engine that is started. */
export function connectByPort(): Connection {
  return createConnection(({ opened, lost }) => {
    let current: MessagePort | undefined;
    function receive(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== enginePortMessage || port === undefined) return;
      current = port;
      port.addEventListener('close', () => {
        if (current === port) lost();
      });
      opened(new PortLink({ port }));
      port.start();
    }
    window.addEventListener('message', receive);
    return () => {
      window.removeEventListener('message', receive);
      current?.close();
    };
  });
}

/** Through a WebSocket to where the window came from. */
export function connectBySocket(): Connection {
  return createConnection(({ opened, lost }) => {
    const address = new URL(enginePath, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    address.search = '';
    address.hash = '';
    let failures = 0;
    let socket: WebSocket | undefined;
    let timer: number | undefined;
    let closed = false;

    function open(): void {
      const attempt = new WebSocket(address);
      socket = attempt;
      const link = new SocketLink({ websocket: attempt });
      attempt.addEventListener('open', () => {
        failures = 0;
        opened(link);
      });
      attempt.addEventListener('close', () => {
        if (closed) return;
        lost();
        timer = window.setTimeout(open, retryDelays[Math.min(failures, retryDelays.length - 1)]);
        failures++;
      });
    }
    open();
    return () => {
      closed = true;
      window.clearTimeout(timer);
      socket?.close();
    };
  });
}
