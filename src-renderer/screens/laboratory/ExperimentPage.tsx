import { Loader, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../../src-shared/contract/laboratory.ts';
import { LoadingTiles } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { DictionaryChoiceControl } from './DictionaryChoiceControl.tsx';
import type { DictionaryChoice, PictureChoice } from './experiment-choice.ts';
import { ExperimentOutcome } from './ExperimentOutcome.tsx';
import { ImageChoice } from './ImageChoice.tsx';
import classes from './LaboratoryScreen.module.css';
import { SeedField } from './SeedField.tsx';
import { SettingSlider } from './SettingSlider.tsx';
import { ShareComparison } from './ShareComparison.tsx';
import { useFollowedChoice } from './use-followed-choice.ts';

/** One experiment: what it is about, what can be changed, what came out. Leaving it gives the calculation up. */
export function ExperimentPage({ experiment }: { experiment: Experiment }) {
  const { name, setting: range, takesImage, methods } = experiment;
  const { t } = useTranslation('laboratory');
  const format = useFormat();
  const [seed, setSeed] = useState(0);
  const [setting, setSetting] = useState(range.standard);
  const [picture, setPicture] = useState<PictureChoice>({});
  const [dictionary, setDictionary] = useState<DictionaryChoice>({});
  const wanted = useMemo(
    () => ({ seed, setting, picture, dictionary }),
    [seed, setting, picture, dictionary],
  );
  const { data, error, refetch, isRunning, isStale } = useFollowedChoice(experiment, wanted);
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
          {takesImage && <ImageChoice picture={picture} onChange={setPicture} />}
          {methods.length > 0 && (
            <DictionaryChoiceControl methods={methods} dictionary={dictionary} onChange={setDictionary} />
          )}
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
        {data !== undefined && error === null && <ExperimentOutcome result={data} stale={isStale} />}
        {name === 'inpainting' && data !== undefined && error === null && (
          <ShareComparison seed={seed} picture={picture} />
        )}
      </Stack>
    </div>
  );
}
