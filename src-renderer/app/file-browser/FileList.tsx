import { IconFile, IconFolder, IconPhoto, IconScan } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from './offer.ts';
import classes from './FileList.module.css';

const icons = { folder: IconFolder, image: IconPhoto, project: IconScan, file: IconFile } as const;
const rowHeight = 30;

export interface FileListProps {
  entries: readonly Entry[];
  chosen: ReadonlySet<string>;
  canChoose: (entry: Entry) => boolean;
  multiple: boolean;
  onChoose: (paths: Set<string>) => void;
  /** Enter or a double click: goes into a folder, or takes a file. */
  onOpen: (entry: Entry) => void;
  onUp: () => void;
}

/** The entries of a folder; folders of many thousand files scroll as well. */
export function FileList(props: FileListProps) {
  const { entries, chosen, canChoose, multiple, onChoose, onOpen, onUp } = props;
  const { t } = useTranslation('common');
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  function toggle(entry: Entry): void {
    if (!canChoose(entry)) return;
    const next = new Set(multiple ? chosen : []);
    if (chosen.has(entry.path)) next.delete(entry.path);
    else next.add(entry.path);
    onChoose(next);
  }

  function chooseRange(from: number, to: number): void {
    const range = entries.slice(Math.min(from, to), Math.max(from, to) + 1).filter(canChoose);
    onChoose(new Set(range.map(({ path }) => path)));
  }

  function click(event: MouseEvent, index: number, entry: Entry): void {
    setActive(index);
    if (event.shiftKey && multiple) chooseRange(anchor.current, index);
    else {
      anchor.current = index;
      toggle(entry);
    }
  }

  function move(event: KeyboardEvent, to: number): void {
    event.preventDefault();
    const index = Math.max(0, Math.min(entries.length - 1, to));
    setActive(index);
    rows.scrollToIndex(index);
    if (event.shiftKey && multiple) chooseRange(anchor.current, index);
    else anchor.current = index;
  }

  function press(event: KeyboardEvent): void {
    const entry = entries[active];
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: entries.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(event, to);
    else if (event.key === ' ' && entry !== undefined) {
      event.preventDefault();
      toggle(entry);
    } else if (event.key === 'Enter' && entry !== undefined) {
      event.preventDefault();
      onOpen(entry);
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      onUp();
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && multiple) {
      event.preventDefault();
      chooseRange(0, entries.length - 1);
    }
  }

  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('files.list')}
      aria-multiselectable={multiple}
      aria-activedescendant={entries.length === 0 ? undefined : `file-${active}`}
      onKeyDown={press}
    >
      <div role="presentation" className={classes.inside} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const Icon = icons[entry.kind];
          return (
            <div
              key={entry.path}
              id={`file-${index}`}
              role="option"
              aria-selected={chosen.has(entry.path)}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className={classes.row}
              data-active={index === active || undefined}
              data-faint={(entry.kind !== 'folder' && !canChoose(entry)) || undefined}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={(event) => click(event, index, entry)}
              onDoubleClick={() => onOpen(entry)}
            >
              <Icon aria-hidden size={18} stroke={1.6} />
              <span className={classes.name}>{entry.name}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
