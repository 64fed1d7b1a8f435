import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { decide } from '../../../../src-shared/domain/decide.ts';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { ImageThumbnail } from '../../../components/ImageThumbnail.tsx';
import { useFormat } from '../../../i18n/format.ts';
import classes from './GoodPartScores.module.css';
import { strangestFirst } from './held-out.ts';

/** Parts shown: those that a person could want to look at. */
const shown = 200;

/** The good parts of a model, those most unlike the others first: a defective part among them would be here. */
export function GoodPartScores({ model }: { model: ModelDetail }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('model.heldOutHint')}
      </Text>
      <Table verticalSpacing="xs" stickyHeader data-selectable>
        <Table.Thead>
          <Table.Tr>
            <Table.Th colSpan={2}>{t('model.part')}</Table.Th>
            <Table.Th ta="right">{t('model.score')}</Table.Th>
            <Table.Th>{t('model.decision')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {strangestFirst(model.images)
            .slice(0, shown)
            .map(({ imageId, name, heldOutScore }) => (
              <Table.Tr key={imageId}>
                <Table.Td w={56}>
                  <ImageThumbnail imageId={imageId} side={96} alt="" className={classes.thumbnail} />
                </Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {heldOutScore === null ? '–' : format.fixed(heldOutScore, 2)}
                </Table.Td>
                <Table.Td w={160}>
                  {heldOutScore !== null && (
                    <DecisionBadge decision={decide(heldOutScore, model.limits)} size="sm" />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
