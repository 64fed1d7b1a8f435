/**
 * What is found out about a model after it was learnt: what it can see, whether its images are enough, which of them are
 * suspicious, and a classifier of labelled parts that gives a second opinion. Jobs of two more kinds.
 */
export const studiesSecondOpinions = `
CREATE TABLE jobs_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('train', 'inspect', 'evaluate', 'report', 'samples', 'import', 'teach',
    'study-images', 'study-detection')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
  request TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  error TEXT,
  outcome TEXT,
  run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
  model_id INTEGER REFERENCES models (id) ON DELETE SET NULL
) STRICT;
INSERT INTO jobs_2 SELECT * FROM jobs;
DELETE FROM sqlite_sequence WHERE name = 'jobs_2';
INSERT INTO sqlite_sequence (name, seq) SELECT 'jobs_2', seq FROM sqlite_sequence WHERE name = 'jobs';
DROP TABLE jobs;
ALTER TABLE jobs_2 RENAME TO jobs;
CREATE INDEX jobs_by_state ON jobs (state);

CREATE TABLE studies (
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('images', 'detection')),
  made_at TEXT NOT NULL,
  study TEXT NOT NULL,
  PRIMARY KEY (model_id, kind)
) STRICT;

CREATE TABLE classifiers (
  model_id INTEGER NOT NULL PRIMARY KEY REFERENCES models (id) ON DELETE CASCADE,
  run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
  made_at TEXT NOT NULL,
  classifier TEXT NOT NULL,
  followed INTEGER NOT NULL CHECK (followed IN (0, 1))
) STRICT;

ALTER TABLE model_images ADD COLUMN suspicious INTEGER NOT NULL DEFAULT 0 CHECK (suspicious IN (0, 1));
ALTER TABLE runs ADD COLUMN follows_classifier INTEGER NOT NULL DEFAULT 0 CHECK (follows_classifier IN (0, 1));
ALTER TABLE results ADD COLUMN defect_probability REAL;
`;
