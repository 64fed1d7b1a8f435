import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from './label.ts';

/** What a label is called: defect types have the name that people gave them. */
export function useLabelName(): (label: Label) => string {
  const { t } = useTranslation('common');
  return useCallback(
    (label) => {
      if (label === null) return t('label.none');
      return label === 'good' ? t('label.good') : label;
    },
    [t],
  );
}
