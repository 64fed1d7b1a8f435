import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { carriedStudiesSchema } from '../../../src-shared/domain/model-studies.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { classifierOf, putClassifier } from '../../storage/records/classifiers.ts';
import { imageIdsBySha256 } from '../../storage/records/image-contents.ts';
import { appendLog } from '../../storage/records/log.ts';
import { modelArrays } from '../../storage/records/model-arrays.ts';
import { addModel, getModel, listModels, trainingImages } from '../../storage/records/models.ts';
import { putRecipe } from '../../storage/records/recipes.ts';
import { studiesOf, takeOverStudies } from '../../storage/records/studies.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import { packModel, unpackModel } from '../store/model-file.ts';
import { descriptionSchema } from '../store/model-store.ts';

/** Writes a model as one file that another project can import. */
export async function exportModel(
  project: OpenProject,
  modelId: number,
  path: string,
): Promise<{ out: string; bytes: number }> {
  const record = getModel(project, modelId);
  const { hash, name, seed, createdAt, trainImages, trainPatches, trainSeconds } = record;
  const { learntLimits, limits, recipe, versions, foreignImages } = record;
  const known = trainingImages(project, modelId).map(({ image, learntSha256, heldOutScore, suspicious }) => ({
    name: image.name,
    sha256: learntSha256,
    heldOutScore,
    suspicious,
  }));
  const foreign = foreignImages.map((image) => ({ ...image, suspicious: false }));
  const classifier = classifierOf(project, modelId)?.classifier;
  const packed = packModel(
    {
      ...{ hash, name, seed, createdAt, trainImages, trainPatches, trainSeconds },
      ...{ learntLimits, limits, recipe, versions },
      description: descriptionSchema.parse(record.calibration),
      images: [...known, ...foreign],
      ...(classifier === undefined ? {} : { classifier }),
      studies: carriedStudiesSchema.parse(studiesOf(project, modelId)),
    },
    [...modelArrays(project, modelId).values()],
  );
  const out = resolve(path);
  await writeFileAtomically(out, packed);
  return { out, bytes: packed.length };
}

/** Larger files hold no model. */
const mostFileBytes = 1 << 30;

/**
 * Takes a model over from a file; one that the project has already is not taken twice, but learns what was found out
 * about it.
 *
 * @returns its id
 * @throws SparsightError 'input.missing', 'model.not-a-model', 'model.damaged'
 */
export async function importModel(project: OpenProject, path: string, now: string): Promise<number> {
  const file = resolve(path);
  const { contents, arrays } = unpackModel(await readModelFile(file), file);
  const { description, recipe, images, limits, classifier, studies, ...fields } = contents;
  return project.transaction(() => {
    const twin = listModels(project).find(({ hash }) => hash === contents.hash);
    if (twin !== undefined) {
      if (studies !== undefined) takeOverStudies(project, twin.id, studies);
      return twin.id;
    }
    const known = imageIdsBySha256(
      project,
      images.map(({ sha256 }) => sha256),
    );
    const modelId = addModel(project, {
      ...fields,
      limits,
      parentId: null,
      jobId: null,
      calibration: description,
      recipeId: putRecipe(project, recipe, now),
      arrays,
      images: images.flatMap(({ sha256, heldOutScore, suspicious }) => {
        const imageId = known.get(sha256);
        return imageId === undefined ? [] : [{ imageId, imageSha256: sha256, heldOutScore, suspicious }];
      }),
      foreignImages: images.filter(({ sha256 }) => !known.has(sha256)),
    });
    if (classifier !== undefined) {
      putClassifier(project, { modelId, runId: null, madeAt: now, classifier });
    }
    if (studies !== undefined) takeOverStudies(project, modelId, studies);
    const detail = { hash: contents.hash, file: basename(file) };
    appendLog(project, { at: now, who: 'sparsight', action: 'import', subject: `model ${modelId}`, detail });
    return modelId;
  });
}

async function readModelFile(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size <= mostFileBytes) return await readFile(path);
  } catch (cause) {
    throw reasonedError('input.missing', 'model-file.unreadable', { file: basename(path) }, { path, cause });
  }
  throw reasonedError('model.not-a-model', 'model-file.not-one', {}, { path });
}
