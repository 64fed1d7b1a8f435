import { Button, Checkbox, Drawer, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './ChooseParts.module.css';

export interface ChoosePartsDrawerProps {
  isOpen: boolean;
  runId: number;
  chosen: readonly number[];
  onChange: (resultIds: readonly number[]) => void;
  onClose: () => void;
}

/** Parts of a run with a box to tick each, most suspicious first. */
export function ChoosePartsDrawer({ isOpen, runId, chosen, onChange, onClose }: ChoosePartsDrawerProps) {
  const { t } = useTranslation('reports');
  const { orpc } = useEngine();
  const scores = useQuery(orpc.runs.scores.queryOptions({ input: { runId }, enabled: isOpen }));
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={460}
      title={t('choose.title')}
      closeButtonProps={{ 'aria-label': t('choose.close') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 100 }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {scores.isError && <Problem error={scores.error} retry={() => void scores.refetch()} />}
      {scores.isPending && <LoadingLines lines={8} />}
      {scores.data !== undefined && (
        <PartBoxes scores={scores.data} chosen={chosen} onChange={onChange} onClose={onClose} />
      )}
    </Drawer>
  );
}

interface PartBoxesProps {
  scores: RunScores;
  chosen: readonly number[];
  onChange: (resultIds: readonly number[]) => void;
  onClose: () => void;
}

const rowHeight = 40;

function PartBoxes({ scores, chosen, onChange, onClose }: PartBoxesProps) {
  const { t } = useTranslation('reports');
  const { fixed } = useFormat();
  const [text, setText] = useState('');
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const places = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const scoreAt = (place: number) => scores.scores[place] ?? 0;
    return [...scores.names.keys()]
      .filter((place) => (scores.names[place] ?? '').toLowerCase().includes(wanted))
      .sort((a, b) => scoreAt(b) - scoreAt(a));
  }, [scores, text]);
  const rows = useVirtualizer({
    count: places.length,
    getScrollElement: () => viewport,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const idAt = (place: number) => scores.resultIds[place] ?? 0;
  const toggle = (id: number) =>
    onChange(isChosen.has(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);

  return (
    <>
      <TextInput
        aria-label={t('choose.filter')}
        placeholder={t('choose.filter')}
        leftSection={<IconSearch aria-hidden size={15} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...new Set([...chosen, ...places.map(idAt)])])}
        >
          {t('choose.shown')}
        </Button>
        <Button variant="default" size="xs" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('choose.clear')}
        </Button>
      </Group>
      <div ref={setViewport} className={classes.list}>
        {places.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('choose.nothing')}
          </Text>
        )}
        <ul aria-label={t('choose.list')} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const place = places[index] ?? 0;
            const id = idAt(place);
            return (
              <li key={key} style={{ top: start, height: rowHeight }}>
                <Checkbox
                  size="sm"
                  className={classes.box}
                  label={scores.names[place] ?? ''}
                  checked={isChosen.has(id)}
                  onChange={() => toggle(id)}
                />
                <Text size="xs" c="dimmed" className="tabular">
                  {t('choose.score', { score: fixed(scores.scores[place] ?? 0, 2) })}
                </Text>
                <DecisionBadge decision={scores.decisions[place] ?? 'pass'} size="sm" />
              </li>
            );
          })}
        </ul>
      </div>
      <Group justify="space-between">
        <Text size="sm" aria-live="polite">
          {t('choose.count', { count: chosen.length })}
        </Text>
        <Button onClick={onClose}>{t('choose.done')}</Button>
      </Group>
    </>
  );
}
