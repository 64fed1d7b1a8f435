import { modelDetail, sortedDictionary } from '../use-cases/describe-model.ts';
import { exportModel, importModel } from '../use-cases/transfer-model.ts';
import { appendLog } from '../../storage/records/log.ts';
import { followClassifier, removeClassifier } from '../../storage/records/classifiers.ts';
import {
  getModel,
  removeModel,
  renameModel,
  setModelLimits,
  useModel,
} from '../../storage/records/models.ts';
import { studiesOf } from '../../storage/records/studies.ts';
import { modelSummaries, modelSummary } from '../summarise.ts';
import { refuseCrossedLimits } from '../use-cases/crossed-limits.ts';
import { modelClassifier } from '../use-cases/second-opinion.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function modelsRouter(procedures: Procedures['models'], { project, now }: RouterContext) {
  const log = (action: string, modelId: number, detail: unknown) =>
    appendLog(project(), { at: now(), who: 'sparsight', action, subject: `model ${modelId}`, detail });
  return {
    list: procedures.list.handler(() => modelSummaries(project())),
    get: procedures.get.handler(({ input }) => modelDetail(project(), input.modelId)),
    dictionary: procedures.dictionary.handler(({ input }) => {
      const { patchSize, atoms, usage } = sortedDictionary(project(), input.modelId, input.scale);
      return { patchSize, atoms: asBlobArray(atoms), usage };
    }),
    use: procedures.use.handler(({ input: { modelId } }) =>
      project().transaction(() => {
        useModel(project(), modelId);
        log('use', modelId, {});
      }),
    ),
    rename: procedures.rename.handler(({ input: { modelId, name } }) =>
      project().transaction(() => {
        renameModel(project(), modelId, name);
        log('rename', modelId, { name });
      }),
    ),
    studies: procedures.studies.handler(({ input: { modelId } }) => {
      getModel(project(), modelId);
      return studiesOf(project(), modelId);
    }),
    classifier: procedures.classifier.handler(({ input }) => modelClassifier(project(), input.modelId)),
    followClassifier: procedures.followClassifier.handler(({ input: { modelId, follow } }) =>
      project().transaction(() => {
        followClassifier(project(), modelId, follow);
        log('follow classifier', modelId, { follow });
      }),
    ),
    removeClassifier: procedures.removeClassifier.handler(({ input: { modelId } }) =>
      project().transaction(() => {
        removeClassifier(project(), modelId);
        log('remove classifier', modelId, {});
      }),
    ),
    setLimits: procedures.setLimits.handler(({ input: { modelId, limits } }) =>
      project().transaction(() => {
        refuseCrossedLimits(limits);
        setModelLimits(project(), modelId, limits);
        log('set limits', modelId, limits);
      }),
    ),
    remove: procedures.remove.handler(({ input: { modelId } }) =>
      project().transaction(() => {
        const { hash, name } = modelSummary(project(), modelId);
        removeModel(project(), modelId);
        log('remove', modelId, { hash, name });
      }),
    ),
    export: procedures.export.handler(({ input: { modelId, out } }) => exportModel(project(), modelId, out)),
    import: procedures.import.handler(async ({ input }) => {
      const open = project();
      return modelSummary(open, await importModel(open, input.path, now()));
    }),
  };
}
