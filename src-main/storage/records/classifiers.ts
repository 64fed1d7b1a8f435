import { eq } from '../query-builder.ts';
import { classifierSchema } from '../../../src-shared/domain/classifier.ts';
import type { Classifier } from '../../../src-shared/domain/classifier.ts';
import type { OpenProject } from '../open-project.ts';
import { classifiers } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

/** A classifier as a model has it. */
export interface ClassifierRecord {
  modelId: number;
  /** The inspection whose labelled parts it was trained on; null when that is gone. */
  runId: number | null;
  madeAt: string;
  classifier: Classifier;
  /** Whether inspections with the model follow it. */
  followed: boolean;
}

/** Gives a model a classifier, in place of the one that it has; whether it is followed stays as it is. */
export function putClassifier(
  project: OpenProject,
  { classifier, ...record }: Omit<ClassifierRecord, 'followed'> & { followed?: boolean },
): void {
  const { runId, madeAt } = record;
  const json = toJson(classifierSchema, classifier);
  project.transaction((database) => {
    database
      .insert(classifiers)
      .values({ followed: false, ...record, classifier: json })
      .onConflictDoUpdate({ target: classifiers.modelId, set: { runId, madeAt, classifier: json } })
      .run();
  });
}

export function classifierOf(project: OpenProject, modelId: number): ClassifierRecord | null {
  return project.read((database) => {
    const row = database.select().from(classifiers).where(eq(classifiers.modelId, modelId)).get();
    if (row === undefined) return null;
    return { ...row, classifier: fromJson(classifierSchema, row.classifier, 'classifiers.classifier') };
  });
}

/** Whether inspections that follow let the classifier take part in deciding. */
export function followClassifier(project: OpenProject, modelId: number, followed: boolean): void {
  project.transaction((database) => {
    database.update(classifiers).set({ followed }).where(eq(classifiers.modelId, modelId)).run();
  });
}

export function removeClassifier(project: OpenProject, modelId: number): void {
  project.transaction((database) => {
    database.delete(classifiers).where(eq(classifiers.modelId, modelId)).run();
  });
}
