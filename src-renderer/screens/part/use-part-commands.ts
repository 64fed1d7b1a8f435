import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../src-shared/contract/results.ts';
import { useCommands } from '../../app/commands.ts';
import type { ViewStore } from '../../viewer/view-store.ts';
import { layers } from './display.ts';
import type { ChangeDisplay, Display } from './display.ts';
import type { VerdictDecision } from './verdict/use-verdict.ts';

interface Options {
  readonly detail: ResultDetail;
  readonly view: ViewStore;
  readonly display: Display;
  readonly change: ChangeDisplay;
  readonly onVerdict: (decision: VerdictDecision) => void;
  readonly focusComment: () => void;
  readonly teach: () => void;
  readonly readOnly: boolean;
}

const layerKeys = { part: 'P', expected: 'E', difference: 'D' };

/** All that can be done with a part, by key and from the command palette. */
export function usePartCommands(options: Options): void {
  const { view, display, change, onVerdict, focusComment, teach, readOnly } = options;
  const { t } = useTranslation('part');
  const verdict = { section: t('section.verdict'), enabled: !readOnly };
  const look = { section: t('section.view') };

  useCommands([
    { id: 'part.accept', title: t('verdict.accept'), keys: 'A', run: () => onVerdict('accept'), ...verdict },
    { id: 'part.reject', title: t('verdict.reject'), keys: 'R', run: () => onVerdict('reject'), ...verdict },
    { id: 'part.unsure', title: t('verdict.unsure'), keys: 'U', run: () => onVerdict('unsure'), ...verdict },
    { id: 'part.comment', title: t('verdict.comment'), keys: 'C', run: focusComment, ...verdict },
    { id: 'part.teach', title: t('teach.action'), keys: 'G', run: teach, ...verdict },
    ...layers.map((layer) => ({
      id: `part.layer.${layer}`,
      title: t(`layer.${layer}`),
      keys: layerKeys[layer],
      run: () => change({ layer }),
      ...look,
    })),
    {
      id: 'part.blink',
      title: t('blink.toggle'),
      keys: 'shift+B',
      run: () => change({ blinking: !display.blinking }),
      ...look,
    },
    {
      id: 'part.heat',
      title: t('heat.show'),
      keys: 'H',
      run: () => change({ heatMap: !display.heatMap }),
      ...look,
    },
    {
      id: 'part.only-above',
      title: t('heat.onlyAbove'),
      keys: 'T',
      run: () => change({ onlyAbove: !display.onlyAbove, heatMap: true }),
      ...look,
    },
    {
      id: 'part.outlines',
      title: t('heat.outlines'),
      keys: 'O',
      run: () => change({ outlines: !display.outlines }),
      ...look,
    },
    { id: 'part.zoom-in', title: t('zoom.in'), run: () => view.step(1), ...look },
    { id: 'part.zoom-out', title: t('zoom.out'), keys: '-', run: () => view.step(-1), ...look },
    { id: 'part.fit', title: t('zoom.fit'), keys: '0', run: () => view.fit(), ...look },
    { id: 'part.actual', title: t('zoom.actual'), keys: '1', run: () => view.showScale(1), ...look },
  ]);
  // Other keys that people know for the same steps; the command palette names one each.
  useHotkeys([
    ['[plus]', () => view.step(1)],
    ['shift+[plus]', () => view.step(1)],
    ['=', () => view.step(1)],
  ]);
}
