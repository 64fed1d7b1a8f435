import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPlaces } from './find-places.ts';
import classes from './GuideSearch.module.css';

/** Marks where a word stands in the guide, and leads from one place to the next. */
export function GuideSearch({ article }: { article: HTMLElement | null }) {
  const { t } = useTranslation('help');
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const places = useMemo(() => rangesOf(article, wanted), [article, wanted]);
  const place = places[at];

  useEffect(() => {
    CSS.highlights.set('guide-places', new Highlight(...places));
    return () => void CSS.highlights.delete('guide-places');
  }, [places]);
  useEffect(() => {
    if (place === undefined) return undefined;
    CSS.highlights.set('guide-place', new Highlight(place));
    place.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => void CSS.highlights.delete('guide-place');
  }, [place]);

  function step(by: number): void {
    if (places.length > 0) setAt((at + by + places.length) % places.length);
  }

  return (
    <div className={classes.search} role="search">
      <Text size="xs" c="dimmed" className="tabular" aria-live="polite">
        {wanted.trim() !== '' &&
          (places.length === 0 ? t('none') : t('matches', { at: at + 1, count: places.length }))}
      </Text>
      <TextInput
        w={220}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch aria-hidden size={15} />}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') setWanted('');
        }}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('previous')}
        disabled={places.length === 0}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('next')}
        disabled={places.length === 0}
        onClick={() => step(1)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </div>
  );
}

function rangesOf(article: HTMLElement | null, wanted: string): Range[] {
  if (article === null) return [];
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const start of findPlaces(node.textContent ?? '', wanted)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.trim().length);
      ranges.push(range);
    }
  }
  return ranges;
}
