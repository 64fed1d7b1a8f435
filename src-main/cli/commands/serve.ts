import { applicationFiles } from '../../hosting/application-files.ts';
import { readPreferences } from '../../hosting/preferences.ts';
import { startBrowserHost } from '../../web/browser-host.ts';
import { createEngine } from '../../engine/engine.ts';
import { openLog } from '../open-log.ts';
import { exitCode, exitCodeFor } from '../exit-codes.ts';
import { detailsOf, errorText } from '../error-text.ts';

export interface ServeOptions {
  /** Opened before the first visitor comes. */
  project?: string;
  port?: number;
  workers?: number;
  log?: string;
  /** Settings, recent projects and cached pictures; where the platform keeps such things when left out. */
  userData?: string;
}

/**
 * Serves the window to a browser on this machine until it is interrupted. The address goes to stdout; opening it is
 * left to the caller.
 *
 * @returns the exit code
 */
export async function serve(options: ServeOptions): Promise<number> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const files = applicationFiles(options.userData);
    const logFile = options.log ?? files.logFile;
    const log = openLog(logFile);
    const workers = options.workers ?? readPreferences(files.settingsFile).workers;
    const engine = createEngine({ log, ...files, logFile, ...(workers === null ? {} : { workers }) });
    closing.push(() => engine.close());
    const { router } = engine;
    const host = await startBrowserHost({
      router,
      log,
      ...(options.port === undefined ? {} : { port: options.port }),
    });
    closing.unshift(() => host.close());
    if (options.project !== undefined) await engine.client.project.open({ path: options.project });
    process.stdout.write(`${host.url}\n`);
    process.stderr.write('Sparsight runs at this address, for one visitor. Ctrl-C ends it.\n');
    await interruption();
    return exitCode.done;
  } catch (thrown) {
    const error = detailsOf(thrown);
    process.stderr.write(errorText(error));
    return exitCodeFor(error.code);
  } finally {
    for (const close of closing) await close();
  }
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
