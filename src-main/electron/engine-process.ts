import { RPCHandler } from '@orpc/server/message-port';
import { createEngine } from '../engine/engine.ts';
import { openApplicationLog } from '../hosting/application-log.ts';
import { engineStartSchema } from './engine-messages.ts';
import type { ToEngine } from './engine-messages.ts';

// The engine as a process of its own: it speaks the contract over the ports that it is handed, and knows no window.
const start = engineStartSchema.parse(JSON.parse(process.argv.at(-1) ?? ''));
const log = openApplicationLog(start.logFile, 'engine');

process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'nobody caught this');
  process.exit(1);
});

const engine = createEngine({ log, ...start });
const handler = new RPCHandler(engine.router);

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as ToEngine;
  if (message.type === 'close') {
    void engine.close().finally(() => process.exit(0));
    return;
  }
  const [port] = ports;
  if (port === undefined) return;
  handler.upgrade(port);
  port.start();
});
log.info('engine started');
