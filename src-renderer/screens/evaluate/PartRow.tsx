import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { BlobImage } from '../../components/BlobImage.tsx';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { LabelBadge } from '../../components/LabelBadge.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './PartsDrawer.module.css';

export interface PartRowProps {
  scores: RunScores;
  /** Where the part stands in the columns of the scores. */
  place: number;
  onOpen: () => void;
}

/** In pixels, the gap below included. */
export const partRowHeight = 88;

/** A part in a list: what it looks like, its score, and what is decided and known of it. */
export function PartRow({ scores, place, onOpen }: PartRowProps) {
  const { t } = useTranslation('evaluate');
  const { orpc } = useEngine();
  const { fixed } = useFormat();
  const thumbnail = useQuery(
    orpc.images.thumbnail.queryOptions({
      input: { imageId: scores.imageIds[place] ?? 0, side: 160 },
      staleTime: Infinity,
    }),
  );
  const name = scores.names[place] ?? '';
  return (
    <UnstyledButton className={classes.part} onClick={onOpen}>
      <span className={classes.picture} aria-busy={thumbnail.isPending}>
        <BlobImage blob={thumbnail.data} alt="" />
      </span>
      <span className={classes.facts}>
        <span className={classes.name}>{name}</span>
        <span className={classes.score}>
          {t('parts.score', { score: fixed(scores.scores[place] ?? 0, 2) })}
        </span>
        <span className={classes.badges}>
          <DecisionBadge decision={scores.decisions[place] ?? 'pass'} size="sm" />
          <LabelBadge label={scores.labels[place] ?? null} />
        </span>
      </span>
    </UnstyledButton>
  );
}
