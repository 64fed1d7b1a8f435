import { useTranslation } from 'react-i18next';
import type { LaboratoryFigure } from '../../../src-shared/contract/laboratory.ts';
import { Figure } from '../../components/Figure.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './LaboratoryScreen.module.css';
import { PatchPairs } from './PatchPairs.tsx';
import { ResultChart } from './ResultChart.tsx';
import { ResultPicture } from './ResultPicture.tsx';
import type { ReadResult } from './use-experiment.ts';

/** What came out of an experiment: figures, charts, pictures. */
export function ExperimentOutcome({ result, stale }: { result: ReadResult; stale: boolean }) {
  const { t } = useTranslation('laboratory');
  const { figures, charts, pictures } = result;
  const originals = pictures.find(({ name }) => name === 'patches');
  const rebuilt = pictures.find(({ name }) => name === 'rebuiltPatches');
  const single = pictures.filter((picture) => picture !== originals && picture !== rebuilt);
  return (
    <section
      className={classes.result}
      aria-label={t('results')}
      aria-busy={stale}
      data-stale={stale || undefined}
    >
      <div className={classes.figures}>
        {figures.map((figure) => (
          <LaboratoryNumber key={figure.name} figure={figure} />
        ))}
      </div>
      {single.length > 0 && (
        <div className={classes.pictures}>
          {single.map((picture) => (
            <ResultPicture key={picture.name} picture={picture} />
          ))}
        </div>
      )}
      {originals !== undefined && rebuilt !== undefined && (
        <PatchPairs originals={originals.grid} rebuilt={rebuilt.grid} />
      )}
      {charts.length > 0 && (
        <div className={classes.charts}>
          {charts.map((chart) => (
            <ResultChart key={chart.name} chart={chart} />
          ))}
        </div>
      )}
    </section>
  );
}

function LaboratoryNumber({ figure: { name, value, unit, of } }: { figure: LaboratoryFigure }) {
  const { t } = useTranslation('laboratory');
  const format = useFormat();
  const written = () => {
    switch (unit) {
      case 'count':
        return of === undefined
          ? format.number(value)
          : t('countOf', { count: value, total: format.number(of) });
      case 'decibel':
        return t('decibels', { value: format.fixed(value, 1) });
      case 'share':
        return format.percent(value, 1);
      case 'none':
        return format.number(value, 3);
    }
  };
  return <Figure name={t(`figures.${name}`)} value={written()} />;
}
