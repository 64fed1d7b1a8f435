import { Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DefectRegion } from '../../../../src-shared/domain/region.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useRarity } from '../use-rarity.ts';
import { regionReason } from './region-words.ts';
import classes from './RegionList.module.css';

interface Props {
  readonly regions: readonly DefectRegion[];
  readonly chosen: DefectRegion | null;
  readonly onChoose: (region: DefectRegion) => void;
}

/** The places that stand out, strongest first. */
export function RegionList({ regions, chosen, onChoose }: Props) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const rarity = useRarity();
  if (regions.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('regions.none')} text={t('regions.noneText')} />;
  return (
    <ol className={classes.list} aria-label={t('regions.list')}>
      {regions.map((region) => {
        const reason = t(`regions.reason.${regionReason(region)}`);
        const { box, intensity } = region;
        return (
          <li key={region.rank}>
            <UnstyledButton
              className={classes.region}
              aria-current={region.rank === chosen?.rank}
              onClick={() => onChoose(region)}
            >
              <span className={classes.rank}>{region.rank}</span>
              <span className={classes.words}>
                <span className={classes.reason}>{reason}</span>
                <Text component="span" size="xs" c="dimmed">
                  {rarity(region.peak.value)}
                </Text>
                <Text component="span" size="xs" c="dimmed" className="tabular">
                  {t('regions.size', { width: format.length(box.width), height: format.length(box.height) })}
                  {' · '}
                  {t('regions.found', {
                    found: format.percent(intensity.found),
                    expected: format.percent(intensity.expected),
                  })}
                </Text>
              </span>
              <span className={`${classes.peak ?? ''} tabular`}>
                {format.fixed(region.peak.value, region.peak.value < 10 ? 1 : 0)}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
