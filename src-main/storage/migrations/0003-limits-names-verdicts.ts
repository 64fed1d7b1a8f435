/**
 * What people set after learning and inspecting: names, the model in use, limits of models and runs, verdicts that are
 * taken back, what reports say on their cover. Verdicts stay for as long as their results do.
 */
export const limitsNamesVerdicts = `
ALTER TABLE project ADD COLUMN model_in_use INTEGER REFERENCES models (id) ON DELETE SET NULL;
ALTER TABLE project ADD COLUMN report_fields TEXT;
UPDATE project SET model_in_use = (SELECT max(id) FROM models);

ALTER TABLE models ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN current_limits TEXT;
ALTER TABLE models ADD COLUMN foreign_images TEXT;

ALTER TABLE runs ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';
UPDATE runs SET limits = (SELECT limits FROM models WHERE models.id = runs.model_id);

CREATE INDEX results_by_psnr ON results (run_id, psnr);
CREATE INDEX results_by_ssim ON results (run_id, ssim);
CREATE INDEX results_by_regions ON results (run_id, region_count);

CREATE TABLE verdicts_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  result_id INTEGER NOT NULL REFERENCES results (id) ON DELETE CASCADE,
  decision TEXT CHECK (decision IN ('accept', 'reject', 'unsure')),
  comment TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
INSERT INTO verdicts_2 SELECT * FROM verdicts ORDER BY id;
DROP TRIGGER verdicts_are_never_changed;
DROP TRIGGER verdicts_are_never_withdrawn;
DROP TABLE verdicts;
ALTER TABLE verdicts_2 RENAME TO verdicts;
CREATE INDEX verdicts_by_result ON verdicts (result_id);

CREATE TRIGGER verdicts_are_never_changed BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER verdicts_are_never_withdrawn BEFORE DELETE ON verdicts
WHEN EXISTS (SELECT 1 FROM results WHERE results.id = OLD.result_id)
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
`;
