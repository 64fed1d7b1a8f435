import type { Connection } from './file/connection.ts';

/**
 * Marks what an earlier session left unfinished as interrupted. Only the session that may write calls this, and it
 * has started nothing yet, so whatever is queued or running belongs to a session that ended without a word.
 */
export function interruptUnfinished(connection: Connection): void {
  connection
    .transaction(() => {
      connection.exec("UPDATE jobs SET state = 'interrupted' WHERE state IN ('queued', 'running')");
      connection.exec("UPDATE runs SET state = 'interrupted' WHERE state = 'running'");
    })
    .immediate();
}
