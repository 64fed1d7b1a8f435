import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ResultRow } from '../../../../src-shared/contract/results.ts';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { ImageThumbnail } from '../../../components/ImageThumbnail.tsx';
import { LabelBadge } from '../../../components/LabelBadge.tsx';
import { VerdictBadge } from '../../../components/VerdictBadge.tsx';
import type { Format } from '../../../i18n/format.ts';
import { folderOf } from './folder-of.ts';
import classes from './ResultTable.module.css';

/** The engine sorts: the table only says by what. */
export const features = tableFeatures({ rowSortingFeature });

export const columnIds = [
  'picture',
  'name',
  'decision',
  'score',
  'psnr',
  'ssim',
  'regions',
  'label',
  'verdict',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** A row of the table: a place in the list of results, whose result may still be on its way. */
export interface PlacedResult {
  readonly place: number;
  readonly result: ResultRow | undefined;
}

const helper = createColumnHelper<typeof features, PlacedResult>();

/** What each column shows of a result. */
export function resultColumns(format: Format) {
  const column = (id: ColumnId, show: (result: ResultRow) => React.ReactNode) =>
    helper.accessor(({ result }) => result, {
      id,
      enableSorting: sortable.has(id),
      sortDescFirst: id !== 'name',
      cell: ({ row: { original } }) => (original.result === undefined ? null : show(original.result)),
    });
  return helper.columns([
    column('picture', ({ imageId }) => (
      <ImageThumbnail imageId={imageId} side={96} alt="" className={classes.thumbnail} />
    )),
    column('name', ({ name, path }) => (
      <div title={path}>
        <div className={classes.name}>{name}</div>
        <div className={classes.folder}>{folderOf(path)}</div>
      </div>
    )),
    column('decision', ({ decision }) => <DecisionBadge decision={decision} size="sm" />),
    column('score', ({ score }) => format.fixed(score, 2)),
    column('psnr', ({ psnr }) => format.fixed(psnr, 1)),
    column('ssim', ({ ssim }) => format.fixed(ssim, 3)),
    column('regions', ({ regionCount }) => format.number(regionCount)),
    column('label', ({ label }) => <LabelBadge label={label} />),
    column('verdict', ({ verdict }) => <VerdictBadge verdict={verdict?.decision ?? null} />),
  ]);
}

const sortable: ReadonlySet<ColumnId> = new Set(['name', 'score', 'psnr', 'ssim', 'regions']);
