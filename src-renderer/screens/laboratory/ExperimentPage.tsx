import { Loader, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../../src-shared/contract/laboratory.ts';
import { LoadingTiles } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { ExperimentOutcome } from './ExperimentOutcome.tsx';
import { ImageChoice } from './ImageChoice.tsx';
import classes from './LaboratoryScreen.module.css';
import { SeedField } from './SeedField.tsx';
import { SettingSlider } from './SettingSlider.tsx';
import { useExperiment } from './use-experiment.ts';

/** Milliseconds for which a slider has to rest: a calculation that is overtaken costs a thread. */
const restingTime = 250;

/** One experiment: what it is about, what can be changed, what came out. Leaving it gives the calculation up. */
export function ExperimentPage({ experiment }: { experiment: Experiment }) {
  const { name, setting: range, takesImage } = experiment;
  const { t } = useTranslation('laboratory');
  const format = useFormat();
  const [seed, setSeed] = useState(0);
  const [setting, setSetting] = useState(range.standard);
  const [imageId, setImageId] = useState<number>();
  const wanted = useMemo(() => ({ seed, setting, imageId }), [seed, setting, imageId]);
  const [asked] = useDebouncedValue(wanted, restingTime);
  const { data, error, refetch, isFetching, isPlaceholderData } = useExperiment({ name, ...asked });
  const isRunning = isFetching || asked !== wanted;
  return (
    <div className={classes.page} tabIndex={0} role="region" aria-labelledby="experiment-title">
      <Stack gap="lg">
        <div>
          <Title order={2} size="h4" mb={4} id="experiment-title">
            {t(`experiments.${name}.title`)}
          </Title>
          <Text className={classes.text}>{t(`experiments.${name}.text`)}</Text>
        </div>
        <div className={classes.controls}>
          <SettingSlider range={range} value={setting} onChange={setSetting} />
          <SeedField seed={seed} onChange={setSeed} />
          {takesImage && <ImageChoice imageId={imageId} onChange={setImageId} />}
          <div className={classes.status} role="status">
            {isRunning && <Loader size="xs" aria-hidden />}
            <Text size="sm" c="dimmed">
              {isRunning
                ? t('running')
                : data !== undefined && t('took', { duration: format.duration(data.seconds) })}
            </Text>
          </div>
        </div>
        {error !== null && !isRunning && <Problem error={error} retry={() => void refetch()} />}
        {data === undefined && isRunning && <LoadingTiles tiles={3} side={220} />}
        {data !== undefined && error === null && (
          <ExperimentOutcome result={data} stale={isPlaceholderData || asked !== wanted} />
        )}
      </Stack>
    </div>
  );
}
