import { Badge, Tabs } from '@mantine/core';
import { IconHelpCircle, IconListNumbers } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import type { DefectRegion } from '../../../../src-shared/domain/region.ts';
import type { Point } from '../../../viewer/viewport.ts';
import { ExplainPanel } from '../explain/ExplainPanel.tsx';
import type { ShownExplanation } from '../explain/read-explanation.ts';
import { SecondOpinion } from '../opinion/SecondOpinion.tsx';
import classes from '../PartScreen.module.css';
import { DecisionSummary } from './DecisionSummary.tsx';
import { RegionList } from './RegionList.tsx';

export type FindingsTab = 'regions' | 'place';

interface Props {
  readonly detail: ResultDetail;
  readonly tab: FindingsTab;
  readonly onTab: (tab: FindingsTab) => void;
  readonly region: DefectRegion | null;
  readonly onRegion: (region: DefectRegion) => void;
  readonly at: Point | null;
  readonly explanation: UseQueryResult<ShownExplanation>;
  /** Evidence from which on a place is unusual. */
  readonly limit: number;
}

/** The decision, the places that stand out, and why one of them does. */
export function FindingsPanel(props: Props) {
  const { detail, tab, onTab, region, onRegion, at, explanation, limit } = props;
  const { t } = useTranslation('part');
  return (
    <>
      <DecisionSummary detail={detail} />
      <SecondOpinion detail={detail} />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(value) => onTab(value === 'place' ? 'place' : 'regions')}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('panel.label')}>
          <Tabs.Tab
            value="regions"
            leftSection={<IconListNumbers size={16} aria-hidden />}
            rightSection={
              <Badge size="sm" variant="light" color="gray" circle={detail.regions.length < 10}>
                {detail.regions.length}
              </Badge>
            }
          >
            {t('panel.regions')}
          </Tabs.Tab>
          <Tabs.Tab value="place" leftSection={<IconHelpCircle size={16} aria-hidden />}>
            {t('panel.place')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="regions" tabIndex={0}>
          <RegionList regions={detail.regions} chosen={region} onChoose={onRegion} />
        </Tabs.Panel>
        <Tabs.Panel value="place" tabIndex={0}>
          <ExplainPanel detail={detail} at={at} explanation={explanation} limit={limit} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
