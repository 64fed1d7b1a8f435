import { exitCode } from './exit-codes.ts';
import { createProgram } from './program.ts';

// A closed pipe (`| head`) is the reader's choice, not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  throw error;
});

let code: number = exitCode.done;
await createProgram((result) => (code = result)).parseAsync();
process.exitCode = code;
