import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useShell } from '../../../app/shell.ts';
import { confirmDialog } from '../../../components/ConfirmDialog.tsx';
import { textPrompt } from '../../../components/TextPrompt.tsx';
import { modelName } from './model-name.ts';

/** The ending of a model file. */
const extension = 'sparsight-model';

export interface ModelActions {
  use(model: ModelSummary): Promise<void>;
  rename(model: ModelSummary): Promise<void>;
  exportFile(model: ModelSummary): Promise<void>;
  importFile(): Promise<void>;
  remove(model: ModelSummary): Promise<void>;
}

/** What can be done with models; each says how it ended. */
export function useModelActions(): ModelActions {
  const { t } = useTranslation('learn');
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const shell = useShell();
  const { open } = useNavigation();

  async function told(action: () => Promise<string | null>): Promise<void> {
    try {
      const text = await action();
      await queryClient.invalidateQueries({ queryKey: orpc.models.key() });
      await queryClient.invalidateQueries({ queryKey: orpc.project.key() });
      if (text !== null) notifyDone(text);
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  return {
    use: (model) =>
      told(async () => {
        await client.models.use({ modelId: model.id });
        return t('model.used', { name: modelName(t, model) });
      }),
    rename: (model) =>
      told(async () => {
        const name = await textPrompt({
          title: t('model.renameTitle'),
          label: t('model.name'),
          value: model.name,
          confirm: t('model.save'),
          allowEmpty: true,
        });
        if (name !== null) await client.models.rename({ modelId: model.id, name });
        return null;
      }),
    exportFile: (model) =>
      told(async () => {
        const path = await shell.chooseSavePath({
          suggestedName: `${modelName(t, model)}.${extension}`,
          extension,
          extensionLabel: t('versions.fileLabel'),
        });
        if (path === null) return null;
        const { out } = await client.models.export({ modelId: model.id, out: path });
        return t('model.exported', { path: out });
      }),
    importFile: () =>
      told(async () => {
        const path = await shell.chooseFile({
          extensions: [extension],
          label: t('versions.fileLabel'),
        });
        if (path === null) return null;
        const { id } = await client.models.import({ path });
        open('learn', { modelId: id });
        return t('versions.imported');
      }),
    remove: (model) =>
      told(async () => {
        const name = modelName(t, model);
        const isSure = await confirmDialog({
          title: t('model.removeTitle', { name }),
          text: t('model.removeText'),
          confirm: t('model.remove'),
          danger: true,
        });
        if (!isSure) return null;
        await client.models.remove({ modelId: model.id });
        open('learn');
        return t('model.removed', { name });
      }),
  };
}
