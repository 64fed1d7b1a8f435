import { CommanderError } from 'commander';
import { exitCode } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { wrongUse } from './wrong-use.ts';

// A closed pipe (`| head`) is the reader's choice, not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  throw error;
});

try {
  await createProgram((code) => (process.exitCode = code)).parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  process.exitCode = wrongUse(thrown, process.argv);
}
