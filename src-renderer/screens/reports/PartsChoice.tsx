import { Button, Fieldset, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useFormat } from '../../i18n/format.ts';
import { ChoosePartsDrawer } from './ChoosePartsDrawer.tsx';
import type { PartsKind } from './report-choices.ts';
import classes from './Reports.module.css';

export interface PartsChoiceProps {
  run: RunSummary;
  kind: PartsKind;
  chosen: readonly number[];
  onKind: (kind: PartsKind) => void;
  onChosen: (resultIds: readonly number[]) => void;
}

/** The engine makes no more pages of single parts. */
const mostPages = 200;

const kinds: readonly PartsKind[] = ['suspicious', 'rejected', 'chosen', 'none'];

/** Which parts get a page of their own. */
export function PartsChoice({ run, kind, chosen, onKind, onChosen }: PartsChoiceProps) {
  const { t } = useTranslation('reports');
  const { number } = useFormat();
  const [isChoosing, setChoosing] = useState(false);
  const counts: Record<PartsKind, number> = {
    suspicious: run.counts.reject + run.counts.review,
    rejected: run.counts.reject,
    chosen: chosen.length,
    none: 0,
  };
  return (
    <Fieldset legend={t('parts.heading')} variant="unstyled" className={classes.group}>
      <Radio.Group
        aria-label={t('parts.heading')}
        value={kind}
        onChange={(value) => {
          const next = kinds.find((known) => known === value);
          if (next !== undefined) onKind(next);
          if (next === 'chosen' && chosen.length === 0) setChoosing(true);
        }}
      >
        <Stack gap={6}>
          {kinds.map((value) => (
            <Radio
              key={value}
              value={value}
              size="sm"
              label={t(`parts.${value}`, { parts: number(counts[value]) })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'chosen' && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setChoosing(true)}
        >
          {t('parts.choose')}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {counts[kind] > mostPages ? t('parts.most', { most: mostPages }) : t('parts.all')}
      </Text>
      <ChoosePartsDrawer
        isOpen={isChoosing}
        runId={run.id}
        chosen={chosen}
        onChange={onChosen}
        onClose={() => setChoosing(false)}
      />
    </Fieldset>
  );
}
