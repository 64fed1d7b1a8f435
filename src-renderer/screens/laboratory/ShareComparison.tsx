import { Skeleton, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LaboratoryFigure, LaboratoryPicture } from '../../../src-shared/contract/laboratory.ts';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { PictureChoice } from './experiment-choice.ts';
import { GreyPicture } from './GreyPicture.tsx';
import classes from './LaboratoryScreen.module.css';
import { useExperiment } from './use-experiment.ts';
import type { ReadResult } from './use-experiment.ts';

const shares = [0.25, 0.5, 0.75] as const;

const columns: readonly (readonly [LaboratoryPicture['name'], LaboratoryFigure['name']])[] = [
  ['damaged', 'psnrBefore'],
  ['byDct', 'psnrDct'],
  ['byKsvd', 'psnrKsvd'],
];

/** Inpainting with a quarter, half and three quarters of the pixels missing, side by side. */
export function ShareComparison({ seed, picture }: { seed: number; picture: PictureChoice }) {
  const { t } = useTranslation('laboratory');
  return (
    <section aria-labelledby="share-comparison">
      <Title order={3} size="h5" mb="sm" id="share-comparison">
        {t('comparison.title')}
      </Title>
      <Table withRowBorders={false} className={classes.comparison} aria-labelledby="share-comparison">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('quantities.missing')}</Table.Th>
            {columns.map(([name]) => (
              <Table.Th key={name} scope="col">
                {t(`pictures.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map((share) => (
            <ShareRow key={share} share={share} seed={seed} picture={picture} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function ShareRow({ share, seed, picture }: { share: number; seed: number; picture: PictureChoice }) {
  const format = useFormat();
  const { data, error, refetch } = useExperiment({ name: 'inpainting', seed, setting: share, ...picture });
  return (
    <Table.Tr>
      <Table.Th scope="row" className="tabular">
        {format.percent(share)}
      </Table.Th>
      {error === null ? (
        columns.map((column) => (
          <Table.Td key={column[0]}>
            {data === undefined ? (
              <Skeleton className={classes.compared} />
            ) : (
              <Compared data={data} column={column} />
            )}
          </Table.Td>
        ))
      ) : (
        <Table.Td colSpan={columns.length}>
          <Problem error={error} retry={() => void refetch()} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Compared({ data, column: [name, psnr] }: { data: ReadResult; column: (typeof columns)[number] }) {
  const { t } = useTranslation('laboratory');
  const format = useFormat();
  const grid = data.pictures.find((picture) => picture.name === name)?.grid;
  const value = (figure: LaboratoryFigure['name']) =>
    data.figures.find((each) => each.name === figure)?.value ?? 0;
  const best = Math.max(...columns.map(([, figure]) => value(figure)));
  const percent = format.percent(data.setting);
  return (
    <div className={classes.compared}>
      {grid !== undefined && (
        <GreyPicture
          grid={grid}
          description={t('comparison.picture', { name: t(`pictures.${name}`), percent })}
        />
      )}
      <Text size="sm" mt={4} className="tabular" fw={value(psnr) === best ? 700 : 400}>
        {t('decibels', { value: format.fixed(value(psnr), 1) })}
      </Text>
    </div>
  );
}
