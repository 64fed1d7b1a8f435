import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ModelSummary } from '../../../src-shared/contract/models.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { Explained } from '../../charts/Explained.tsx';
import classes from './LimitsPanel.module.css';

export interface StatedShareProps {
  /** The shares that were stated when the model was learnt. */
  settings: ModelSummary['recipe']['decision'] | undefined;
  onLimits: (limits: Limits) => void;
}

/** What the engine accepts, in parts per hundred. */
const smallest = 0.01;
const largest = 50;

/** Sets the limits by how many good parts may be lost, as the engineer would say it. */
export function StatedShare({ settings, onLimits }: StatedShareProps) {
  const { t } = useTranslation('evaluate');
  const { client } = useEngine();
  const [rejected, setRejected] = useState<string | number>(inHundred(settings?.falseRejectRate ?? 0.02));
  const [notPassed, setNotPassed] = useState<string | number>(inHundred(settings?.reviewRate ?? 0.05));
  const isOrdered = Number(notPassed) >= Number(rejected);
  const isSound = [rejected, notPassed].every((share) => Number(share) >= smallest) && isOrdered;

  const set = async () => {
    try {
      const limits = await client.runs.limitsFor({
        falseRejectRate: Number(rejected) / 100,
        reviewRate: Number(notPassed) / 100,
      });
      onLimits({ review: hundredths(limits.review), reject: hundredths(limits.reject) });
    } catch (error) {
      notifyError(error);
    }
  };
  const field = (label: string, value: string | number, onChange: (value: string | number) => void) => (
    <NumberInput
      size="xs"
      w={72}
      aria-label={label}
      value={value}
      min={smallest}
      max={largest}
      step={0.5}
      decimalScale={2}
      onChange={onChange}
    />
  );

  return (
    <form
      className={classes.share}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) void set();
      }}
    >
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={600}>
          {t('share.title')}
        </Text>
        <Explained title={t('share.title')} text={t('share.explanation')} />
      </Group>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="share.reject"
          components={{ field: field(t('share.rejectLabel'), rejected, setRejected) }}
        />
      </div>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="share.review"
          components={{ field: field(t('share.reviewLabel'), notPassed, setNotPassed) }}
        />
      </div>
      {!isOrdered && (
        <Text size="xs" c="red" role="alert">
          {t('share.atLeast')}
        </Text>
      )}
      <Button
        type="submit"
        variant="default"
        size="xs"
        disabled={!isSound}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('share.set')}
      </Button>
    </form>
  );
}

const inHundred = (share: number): number => Number((share * 100).toFixed(2));

/** Limits have two decimals wherever they are shown and set; a limit between two would not be what is shown. */
const hundredths = (limit: number): number => Number(limit.toFixed(2));
