/**
 * Images as a person works with them: unreadable files are rows with a reason, names sort as one counts, contents are
 * found by hash, and images that somebody imported outlive the inspections that saw them. Jobs of two more kinds. The
 * recipe of the next model.
 *
 * `counting_order` and `fold_case` are functions of the program; see `migrate`.
 */
export const imagesForPeople = `
CREATE TABLE images_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  relative_path TEXT,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  search_text TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width >= 0),
  height INTEGER NOT NULL CHECK (height >= 0),
  bit_depth INTEGER NOT NULL,
  label TEXT,
  mask_path TEXT,
  added_at TEXT NOT NULL,
  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
  problem TEXT
) STRICT;
INSERT INTO images_2
  SELECT id, path, relative_path, name, counting_order(name), fold_case(path), size_bytes, sha256, width, height,
    bit_depth, label, mask_path, added_at, 0, NULL
  FROM images;
DELETE FROM sqlite_sequence WHERE name = 'images_2';
INSERT INTO sqlite_sequence (name, seq) SELECT 'images_2', seq FROM sqlite_sequence WHERE name = 'images';
DROP TABLE images;
ALTER TABLE images_2 RENAME TO images;
CREATE INDEX images_by_relative_path ON images (relative_path);
CREATE INDEX images_by_name ON images (name_order);
CREATE INDEX images_by_label ON images (label, name_order);
CREATE INDEX images_by_age ON images (added_at);
CREATE INDEX images_by_bytes ON images (size_bytes);
CREATE INDEX images_by_pixels ON images (width * height);
CREATE INDEX images_by_contents ON images (sha256);
CREATE INDEX images_unreadable ON images (name_order) WHERE problem IS NOT NULL;

CREATE TABLE jobs_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('train', 'inspect', 'evaluate', 'report', 'samples', 'import', 'teach')),
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
DROP TABLE jobs;
ALTER TABLE jobs_2 RENAME TO jobs;
CREATE INDEX jobs_by_state ON jobs (state);

ALTER TABLE project ADD COLUMN draft_recipe TEXT;
`;
