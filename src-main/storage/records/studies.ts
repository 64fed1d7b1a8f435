import { eq } from '../query-builder.ts';
import type * as z from 'zod';
import { detectionStudySchema, imagesStudySchema } from '../../../src-shared/domain/study.ts';
import type { DetectionStudy, ImagesStudy } from '../../../src-shared/domain/study.ts';
import type { OpenProject } from '../open-project.ts';
import { studies } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

/** What was found out about a model; null what nobody has asked for. */
export interface ModelStudies {
  images: (ImagesStudy & { madeAt: string }) | null;
  detection: (DetectionStudy & { madeAt: string }) | null;
}

/** Keeps how the limit falls with the number of images, in place of an earlier study of the model. */
export function putImagesStudy(project: OpenProject, modelId: number, study: ImagesStudy, madeAt: string) {
  put(project, { modelId, kind: 'images', madeAt, study: toJson(imagesStudySchema, study) });
}

/** Keeps what a model can see, in place of an earlier study of it. */
export function putDetectionStudy(
  project: OpenProject,
  modelId: number,
  study: DetectionStudy,
  madeAt: string,
) {
  put(project, { modelId, kind: 'detection', madeAt, study: toJson(detectionStudySchema, study) });
}

function put(project: OpenProject, row: typeof studies.$inferInsert): void {
  const { madeAt, study } = row;
  project.transaction((database) => {
    const target = [studies.modelId, studies.kind];
    database.insert(studies).values(row).onConflictDoUpdate({ target, set: { madeAt, study } }).run();
  });
}

export function studiesOf(project: OpenProject, modelId: number): ModelStudies {
  return project.read((database) => {
    const rows = database.select().from(studies).where(eq(studies.modelId, modelId)).all();
    const read = <Study extends object>(kind: keyof ModelStudies, schema: z.ZodType<Study>) => {
      const row = rows.find((one) => one.kind === kind);
      return row === undefined
        ? null
        : { ...fromJson(schema, row.study, 'studies.study'), madeAt: row.madeAt };
    };
    return {
      images: read('images', imagesStudySchema),
      detection: read('detection', detectionStudySchema),
    };
  });
}
