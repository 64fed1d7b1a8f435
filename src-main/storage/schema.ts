import { sqliteCore } from './query-builder.ts';

const { blob, integer, real, sqliteTable, text } = sqliteCore;

/*
 * The tables as typed queries see them. The migrations make them; a test holds the two together, column by column.
 */

/** Element types of stored arrays; all little-endian. */
export const dtypes = ['f32', 'f64', 'u8', 'i16', 'u16', 'u32', 'i32'] as const;
export const runStates = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export const studyKinds = ['images', 'detection'] as const;
export const verdictDecisions = ['accept', 'reject', 'unsure'] as const;

const id = () => integer('id').primaryKey({ autoIncrement: true });

export const project = sqliteTable('project', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
  appVersion: text('app_version').notNull(),
  draftRecipe: text('draft_recipe'),
  modelInUse: integer('model_in_use'),
  reportFields: text('report_fields'),
});

export const log = sqliteTable('log', {
  id: id(),
  at: text('at').notNull(),
  who: text('who').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
});

export const images = sqliteTable('images', {
  id: id(),
  path: text('path').notNull().unique(),
  relativePath: text('relative_path'),
  name: text('name').notNull(),
  nameOrder: text('name_order').notNull(),
  searchText: text('search_text').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  sha256: text('sha256').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  bitDepth: integer('bit_depth').notNull(),
  label: text('label'),
  maskPath: text('mask_path'),
  addedAt: text('added_at').notNull(),
  imported: integer('imported', { mode: 'boolean' }).notNull(),
  problem: text('problem'),
  problemReasons: text('problem_reasons'),
});

export const recipes = sqliteTable('recipes', {
  id: id(),
  hash: text('hash').notNull().unique(),
  json: text('json').notNull(),
  createdAt: text('created_at').notNull(),
});

export const jobs = sqliteTable('jobs', {
  id: id(),
  kind: text('kind', {
    enum: [
      'train',
      'inspect',
      'evaluate',
      'report',
      'samples',
      'import',
      'teach',
      'study-images',
      'study-detection',
    ],
  }).notNull(),
  state: text('state', {
    enum: ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted'],
  }).notNull(),
  request: text('request').notNull(),
  createdAt: text('created_at').notNull(),
  startedAt: text('started_at'),
  endedAt: text('ended_at'),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  error: text('error'),
  outcome: text('outcome'),
  runId: integer('run_id'),
  modelId: integer('model_id'),
});

export const models = sqliteTable('models', {
  id: id(),
  hash: text('hash').notNull(),
  recipeId: integer('recipe_id').notNull(),
  parentId: integer('parent_id'),
  seed: integer('seed').notNull(),
  createdAt: text('created_at').notNull(),
  trainImages: integer('train_images').notNull(),
  trainPatches: integer('train_patches').notNull(),
  trainSeconds: real('train_seconds').notNull(),
  limits: text('limits').notNull(),
  calibration: text('calibration').notNull(),
  versions: text('versions').notNull(),
  jobId: integer('job_id'),
  name: text('name').notNull(),
  currentLimits: text('current_limits'),
  foreignImages: text('foreign_images'),
});

export const modelBlobs = sqliteTable(
  'model_blobs',
  {
    modelId: integer('model_id').notNull(),
    name: text('name').notNull(),
    dtype: text('dtype', { enum: dtypes }).notNull(),
    shape: text('shape').notNull(),
    sha256: text('sha256').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [sqliteCore.primaryKey({ columns: [table.modelId, table.name] })],
);

export const modelImages = sqliteTable(
  'model_images',
  {
    modelId: integer('model_id').notNull(),
    imageId: integer('image_id').notNull(),
    imageSha256: text('image_sha256').notNull(),
    heldOutScore: real('held_out_score'),
    suspicious: integer('suspicious', { mode: 'boolean' }).notNull(),
  },
  (table) => [sqliteCore.primaryKey({ columns: [table.modelId, table.imageId] })],
);

export const studies = sqliteTable(
  'studies',
  {
    modelId: integer('model_id').notNull(),
    kind: text('kind', { enum: studyKinds }).notNull(),
    madeAt: text('made_at').notNull(),
    study: text('study').notNull(),
    taughtSince: integer('taught_since').notNull(),
    elsewhere: integer('elsewhere', { mode: 'boolean' }).notNull(),
  },
  (table) => [sqliteCore.primaryKey({ columns: [table.modelId, table.kind] })],
);

export const classifiers = sqliteTable('classifiers', {
  modelId: integer('model_id').primaryKey(),
  runId: integer('run_id'),
  madeAt: text('made_at').notNull(),
  classifier: text('classifier').notNull(),
  followed: integer('followed', { mode: 'boolean' }).notNull(),
});

export const runs = sqliteTable('runs', {
  id: id(),
  jobId: integer('job_id'),
  modelId: integer('model_id').notNull(),
  startedAt: text('started_at').notNull(),
  endedAt: text('ended_at'),
  seconds: real('seconds'),
  state: text('state', { enum: runStates }).notNull(),
  title: text('title').notNull(),
  limits: text('limits').notNull(),
  followsClassifier: integer('follows_classifier', { mode: 'boolean' }).notNull(),
});

export const results = sqliteTable('results', {
  id: id(),
  runId: integer('run_id').notNull(),
  imageId: integer('image_id').notNull(),
  imageSha256: text('image_sha256').notNull(),
  decision: text('decision', { enum: ['pass', 'review', 'reject'] }).notNull(),
  score: real('score').notNull(),
  psnr: real('psnr').notNull(),
  ssim: real('ssim').notNull(),
  statistics: text('statistics').notNull(),
  regionCount: integer('region_count').notNull(),
  regions: text('regions').notNull(),
  seconds: real('seconds').notNull(),
  defectProbability: real('defect_probability'),
});

export const resultFailures = sqliteTable(
  'result_failures',
  {
    runId: integer('run_id').notNull(),
    path: text('path').notNull(),
    code: text('code').notNull(),
    message: text('message').notNull(),
    reasons: text('reasons'),
  },
  (table) => [sqliteCore.primaryKey({ columns: [table.runId, table.path] })],
);

export const maps = sqliteTable(
  'maps',
  {
    resultId: integer('result_id').notNull(),
    kind: text('kind').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    dtype: text('dtype').notNull(),
    scale: real('scale').notNull(),
    offset: real('offset').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [sqliteCore.primaryKey({ columns: [table.resultId, table.kind] })],
);

export const verdicts = sqliteTable('verdicts', {
  id: id(),
  resultId: integer('result_id').notNull(),
  decision: text('decision', { enum: verdictDecisions }),
  comment: text('comment').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
});
