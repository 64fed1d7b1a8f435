import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { RouterUtils } from '@orpc/tanstack-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from '../../src-shared/contract/client.ts';
import type { Connection, ConnectionState } from './connection.ts';

export interface Engine {
  client: Client;
  /** Queries and mutations over the contract. */
  orpc: RouterUtils<Client>;
  connection: Connection;
}

export function createEngine(connection: Connection): Engine {
  const client: Client = createORPCClient(connection.link);
  return { client, orpc: createTanstackQueryUtils(client), connection };
}

export const EngineContext = createContext<Engine | null>(null);

export function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (engine === null) throw new Error('There is no engine around this component.');
  return engine;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useEngine();
  return useSyncExternalStore(connection.subscribe, connection.state);
}
