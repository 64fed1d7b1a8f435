import type { CommanderError } from 'commander';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import { exitCode } from './exit-codes.ts';

/**
 * How a command line that cannot be understood ends; `commander` has said on stderr what is wrong with it. Asking for
 * help or the version is no wrong use.
 *
 * @returns the exit code
 */
export function wrongUse(thrown: CommanderError, args: readonly string[]): number {
  if (thrown.exitCode === 0) return exitCode.done;
  if (args.includes('--json')) {
    const error: ErrorDetails = {
      code: 'usage.invalid',
      message:
        thrown.code === 'commander.help' ? 'No command was given.' : thrown.message.replace(/^error: /, ''),
      next: 'Run "sparsight --help", or "sparsight COMMAND --help".',
    };
    process.stdout.write(`${JSON.stringify({ error, warnings: [] }, null, 2)}\n`);
  }
  return exitCode.unusable;
}
