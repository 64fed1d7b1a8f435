import type { ModelDetail } from '../../../src-shared/contract/models.ts';
import type { Plane } from '../../../src-shared/domain/image.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { trainingImages } from '../../storage/records/models.ts';
import { loadModel } from '../store/model-store.ts';
import { modelSummary } from '../summarise.ts';

/** Everything that is told of a model but its atoms. */
export function modelDetail(project: OpenProject, modelId: number): ModelDetail {
  const { record, model } = loadModel(project, modelId);
  const { width, height } = model.workingSize;
  return {
    ...modelSummary(project, modelId),
    aligned: model.referenceImage !== null,
    mostTurn: Math.round(((model.referenceImage?.mostTurn ?? 0) * 180) / Math.PI),
    colour: model.tints !== null,
    structured: model.structure !== null,
    imageSize: model.imageSize,
    workingSize: { width, height },
    versions: record.versions,
    scales: model.scales.map(({ atomCount, dimension, objective }) => ({
      atomCount,
      patchSize: Math.sqrt(dimension),
      objective,
    })),
    images: trainingImages(project, modelId).map(({ image, heldOutScore, suspicious }) => ({
      imageId: image.id,
      name: image.name,
      heldOutScore,
      suspicious,
    })),
  };
}

/** The atoms of a scale, most used first: [atoms x pixels of a patch]. */
export function sortedDictionary(
  project: OpenProject,
  modelId: number,
  scale: number,
): { patchSize: number; atoms: Plane; usage: number[] } {
  const dictionary = loadModel(project, modelId).model.scales[scale];
  if (dictionary === undefined) {
    throw reasonedError('usage.invalid', 'model.no-scale', { model: modelId, scale });
  }
  const { atoms, atomCount, dimension } = dictionary;
  const usage = Array.from(dictionary.usage);
  const order = usage.map((share, atom) => ({ share, atom })).sort((a, b) => b.share - a.share);
  const data = new Float32Array(atomCount * dimension);
  order.forEach(({ atom }, row) => {
    data.set(atoms.subarray(atom * dimension, (atom + 1) * dimension), row * dimension);
  });
  return {
    patchSize: Math.sqrt(dimension),
    atoms: { width: dimension, height: atomCount, data },
    usage: order.map(({ share }) => share),
  };
}
