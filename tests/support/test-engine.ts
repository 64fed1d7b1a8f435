import pino from 'pino';
import { afterAll } from 'vitest';
import { createEngine } from '../../src-main/engine/engine.ts';
import type { Client } from '../../src-shared/contract/client.ts';

/** An engine with two workers for all tests of the file. */
export function testEngine(): Client {
  const engine = createEngine({ workers: 2, log: pino({ level: 'silent' }) });
  afterAll(() => engine.close());
  return engine.client;
}
