/** Every table of the first released form. Times are ISO 8601 in UTC; JSON columns are parsed by their repository. */
export const firstTables = `
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT;

CREATE TABLE log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE images (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  relative_path TEXT,
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bit_depth INTEGER NOT NULL,
  label TEXT,
  mask_path TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX images_by_relative_path ON images (relative_path);
CREATE INDEX images_by_label ON images (label);

CREATE TABLE recipes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('train', 'inspect', 'evaluate', 'report', 'samples')),
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
CREATE INDEX jobs_by_state ON jobs (state);

CREATE TABLE models (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL,
  recipe_id INTEGER NOT NULL REFERENCES recipes (id),
  parent_id INTEGER REFERENCES models (id),
  seed INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  train_images INTEGER NOT NULL,
  train_patches INTEGER NOT NULL,
  train_seconds REAL NOT NULL,
  limits TEXT NOT NULL,
  calibration TEXT NOT NULL,
  versions TEXT NOT NULL,
  job_id INTEGER REFERENCES jobs (id)
) STRICT;

CREATE TABLE model_blobs (
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  dtype TEXT NOT NULL CHECK (dtype IN ('f32', 'f64', 'u8', 'i16', 'u16', 'u32', 'i32')),
  shape TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (model_id, name)
) STRICT;

CREATE TABLE model_images (
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  image_id INTEGER NOT NULL REFERENCES images (id),
  image_sha256 TEXT NOT NULL,
  held_out_score REAL,
  PRIMARY KEY (model_id, image_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER REFERENCES jobs (id),
  model_id INTEGER NOT NULL REFERENCES models (id),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  seconds REAL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  title TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_job ON runs (job_id);

CREATE TABLE results (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  image_id INTEGER NOT NULL REFERENCES images (id),
  image_sha256 TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('pass', 'review', 'reject')),
  score REAL NOT NULL,
  psnr REAL NOT NULL,
  ssim REAL NOT NULL,
  statistics TEXT NOT NULL,
  region_count INTEGER NOT NULL,
  regions TEXT NOT NULL,
  seconds REAL NOT NULL,
  UNIQUE (run_id, image_id)
) STRICT;
CREATE INDEX results_by_decision ON results (run_id, decision);
CREATE INDEX results_by_score ON results (run_id, score);
CREATE INDEX results_by_image ON results (image_id);

CREATE TABLE result_failures (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (run_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE maps (
  result_id INTEGER NOT NULL REFERENCES results (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  dtype TEXT NOT NULL,
  scale REAL NOT NULL,
  "offset" REAL NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (result_id, kind)
) STRICT;

CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  result_id INTEGER NOT NULL REFERENCES results (id),
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'unsure')),
  comment TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_by_result ON verdicts (result_id);

CREATE TRIGGER verdicts_are_never_changed BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER verdicts_are_never_withdrawn BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
`;
