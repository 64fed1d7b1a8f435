import { eq } from '../query-builder.ts';
import type * as z from 'zod';
import type { CarriedStudies, ModelStudies, StudyOrigin } from '../../../src-shared/domain/model-studies.ts';
import { detectionStudySchema, imagesStudySchema } from '../../../src-shared/domain/study.ts';
import type { DetectionStudy, ImagesStudy } from '../../../src-shared/domain/study.ts';
import type { OpenProject, ProjectDatabase } from '../open-project.ts';
import { models, studies, studyKinds } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

type StudyRow = typeof studies.$inferSelect;
type StudyKind = StudyRow['kind'];

/** Keeps how the limit falls with the number of images, in place of an earlier study of the model. */
export function putImagesStudy(project: OpenProject, modelId: number, study: ImagesStudy, madeAt: string) {
  put(project, {
    ...{ modelId, kind: 'images', study: toJson(imagesStudySchema, study) },
    ...{ madeAt, taughtSince: 0, elsewhere: false },
  });
}

/** Keeps what a model can see, in place of an earlier study of it. */
export function putDetectionStudy(
  project: OpenProject,
  modelId: number,
  study: DetectionStudy,
  madeAt: string,
) {
  put(project, {
    ...{ modelId, kind: 'detection', study: toJson(detectionStudySchema, study) },
    ...{ madeAt, taughtSince: 0, elsewhere: false },
  });
}

/**
 * Keeps what was found out about a model in another project, unless this one knows as much of it: a study of an earlier
 * model never takes the place of a later one.
 */
export function takeOverStudies(project: OpenProject, modelId: number, carried: CarriedStudies): void {
  const { images, detection } = carried;
  project.transaction(() => {
    const known = studiesOf(project, modelId);
    if (images !== null && isNearer(images, known.images))
      take('images', images, toJson(imagesStudySchema, images));
    if (detection !== null && isNearer(detection, known.detection))
      take('detection', detection, toJson(detectionStudySchema, detection));
  });

  function take(kind: StudyKind, { madeAt, taughtSince }: CarriedOrigin, study: string): void {
    put(project, { modelId, kind, study, madeAt, taughtSince, elsewhere: true });
  }
}

type CarriedOrigin = Pick<StudyOrigin, 'madeAt' | 'taughtSince'>;

const isNearer = (carried: CarriedOrigin, known: StudyOrigin | null) =>
  known === null || carried.taughtSince < known.taughtSince;

function put(project: OpenProject, row: StudyRow): void {
  const { modelId, kind, ...set } = row;
  project.transaction((database) => {
    const target = [studies.modelId, studies.kind];
    database
      .insert(studies)
      .values({ modelId, kind, ...set })
      .onConflictDoUpdate({ target, set })
      .run();
  });
}

/** What was found out about a model, or else about the model that it was taught from. */
export function studiesOf(project: OpenProject, modelId: number): ModelStudies {
  return project.read((database) => {
    const rows = nearestRows(database, modelId);
    const read = <Study extends object>(kind: StudyKind, schema: z.ZodType<Study>) => {
      const row = rows.find((one) => one.kind === kind);
      if (row === undefined) return null;
      const { madeAt, taughtSince, elsewhere, measuredOn } = row;
      const study = fromJson(schema, row.study, 'studies.study');
      return { ...study, madeAt, taughtSince, elsewhere, measuredOn };
    };
    return {
      images: read('images', imagesStudySchema),
      detection: read('detection', detectionStudySchema),
    };
  });
}

/**
 * Leaves what was found out about a model to those that were taught from it. Called before it is removed, within the
 * same transaction.
 */
export function leaveStudies(database: ProjectDatabase, modelId: number): void {
  const rows = nearestRows(database, modelId);
  const taught = database.select({ id: models.id }).from(models).where(eq(models.parentId, modelId)).all();
  for (const { id } of taught) {
    for (const { kind, madeAt, study, elsewhere, taughtSince } of rows) {
      const row: StudyRow = { modelId: id, kind, madeAt, study, elsewhere, taughtSince: taughtSince + 1 };
      database.insert(studies).values(row).onConflictDoNothing().run();
    }
  }
}

/** The study of each kind that the fewest parts were taught since, counted from the model on. */
function nearestRows(
  database: ProjectDatabase,
  modelId: number,
): (StudyRow & Pick<StudyOrigin, 'measuredOn'>)[] {
  const found = new Map<StudyKind, StudyRow & Pick<StudyOrigin, 'measuredOn'>>();
  let taught = 0;
  for (let id: number | null = modelId; id !== null && found.size < studyKinds.length; taught++) {
    for (const row of database.select().from(studies).where(eq(studies.modelId, id)).all()) {
      if (found.has(row.kind)) continue;
      const measuredOn = row.taughtSince === 0 ? row.modelId : null;
      found.set(row.kind, { ...row, taughtSince: taught + row.taughtSince, measuredOn });
    }
    id = parentOf(database, id);
  }
  return [...found.values()];
}

/** The model that another was taught from. It is the older one, whatever a damaged file says: ancestry ends. */
function parentOf(database: ProjectDatabase, modelId: number): number | null {
  const row = database.select({ id: models.parentId }).from(models).where(eq(models.id, modelId)).get();
  const parent = row?.id ?? null;
  return parent !== null && parent < modelId ? parent : null;
}
