import { fileURLToPath } from 'node:url';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import type { Logger } from 'pino';
import type { EngineStart, ToEngine } from './engine-messages.ts';
import { createRestartLimit } from './restarts.ts';

/** Milliseconds that the engine gets to cancel what runs and to close the project. */
const patience = 5000;

export interface EngineHostOptions {
  readonly start: EngineStart;
  readonly log: Logger;
  /** The engine has died more often than it is started again; the answer says whether to try once more. */
  readonly gaveUp: () => Promise<boolean>;
}

/** Runs the engine in a process of its own and starts it again when it dies. */
export class EngineHost {
  readonly #options: EngineHostOptions;
  #mayRestart = createRestartLimit(Date.now);
  #process: UtilityProcess;
  #window: WebContents | null = null;
  #closing = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
    this.#process = this.#start();
  }

  /** Gives the window a port of its own to the engine, and another one whenever the engine is started again. */
  connect(window: WebContents): void {
    this.#window = window;
    const { port1, port2 } = new MessageChannelMain();
    this.#tell({ type: 'connect' }, port1);
    window.postMessage('engine', null, [port2]);
  }

  /** Ends the engine: it is asked first, and ended when it does not answer. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#process.pid === undefined) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    const timer = setTimeout(() => this.#process.kill(), patience);
    this.#tell({ type: 'close' });
    await ended;
    clearTimeout(timer);
  }

  #tell(message: ToEngine, port?: Electron.MessagePortMain): void {
    this.#process.postMessage(message, port === undefined ? [] : [port]);
  }

  #start(): UtilityProcess {
    const { start, log } = this.#options;
    const entry = fileURLToPath(new URL('./engine-process.js', import.meta.url));
    const engine = utilityProcess.fork(entry, [JSON.stringify(start)], { serviceName: 'Sparsight engine' });
    engine.once('exit', (code) => {
      if (this.#closing) return;
      log.error({ code }, 'the engine has died');
      void this.#replace();
    });
    return engine;
  }

  async #replace(): Promise<void> {
    if (!this.#mayRestart()) {
      const again = await this.#options.gaveUp();
      if (!again) return;
      this.#mayRestart = createRestartLimit(Date.now);
    }
    this.#process = this.#start();
    if (this.#window !== null && !this.#window.isDestroyed()) this.connect(this.#window);
  }
}
