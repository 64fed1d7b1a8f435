import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { rarityOf } from './rarity.ts';

/** Evidence in words: "1 in 240 good parts shows this". */
export function useRarity(): (evidence: number) => string {
  const { t } = useTranslation('part');
  const format = useFormat();
  return useCallback(
    (evidence) => {
      const rarity = rarityOf(evidence);
      if (rarity.kind === 'common') return t('rarity.common');
      return t(`rarity.${rarity.kind}`, { parts: format.number(rarity.parts) });
    },
    [format, t],
  );
}
