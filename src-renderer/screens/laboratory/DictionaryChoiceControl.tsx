import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DictionaryMethod } from '../../../src-shared/contract/laboratory.ts';
import { useProject } from '../../app/project.ts';
import type { DictionaryChoice } from './experiment-choice.ts';

const fromModel = 'model';

export interface DictionaryChoiceProps {
  methods: readonly DictionaryMethod[];
  dictionary: DictionaryChoice;
  onChange: (dictionary: DictionaryChoice) => void;
}

/** Where the dictionary comes from: learnt in one of several ways, or that of the model in use. */
export function DictionaryChoiceControl({ methods, dictionary, onChange }: DictionaryChoiceProps) {
  const { t } = useTranslation('laboratory');
  const { summary } = useProject();
  const model = summary?.models.find(({ inUse }) => inUse);
  const offered = [
    ...methods.map((method) => ({ value: method, label: t(`methods.${method}`) })),
    ...(model === undefined ? [] : [{ value: fromModel, label: t('methods.model') }]),
  ];
  return (
    <Input.Wrapper label={t('dictionary')} labelElement="div">
      <SegmentedControl
        style={{ display: 'flex', width: 'fit-content' }}
        aria-label={t('dictionary')}
        data={offered}
        value={dictionary.modelId === undefined ? (dictionary.method ?? methods[0] ?? '') : fromModel}
        onChange={(chosen) => {
          const method = methods.find((known) => known === chosen);
          if (method !== undefined) onChange({ method });
          else if (model !== undefined) onChange({ modelId: model.id });
        }}
      />
    </Input.Wrapper>
  );
}
