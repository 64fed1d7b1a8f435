import type { Connection } from './file/connection.ts';

/** An import's images carry the time at which its job began. */
const forgetHalfImports = `
  WITH imports AS (SELECT state, started_at FROM jobs WHERE kind = 'import' AND started_at IS NOT NULL)
  DELETE FROM images
  WHERE added_at IN (SELECT started_at FROM imports WHERE state <> 'done')
    AND added_at NOT IN (SELECT started_at FROM imports WHERE state = 'done')
    AND id NOT IN (SELECT image_id FROM results)
    AND id NOT IN (SELECT image_id FROM model_images)`;

/**
 * Marks what an earlier session left unfinished as interrupted. Only the session that may write calls this, and it
 * has started nothing yet, so whatever is queued or running belongs to a session that ended without a word.
 */
export function interruptUnfinished(connection: Connection): void {
  connection
    .transaction(() => {
      connection.exec("UPDATE jobs SET state = 'interrupted' WHERE state IN ('queued', 'running')");
      connection.exec("UPDATE runs SET state = 'interrupted' WHERE state = 'running'");
      connection.exec(forgetHalfImports);
    })
    .immediate();
}
