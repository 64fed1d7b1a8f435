import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import type { Walk } from './use-walk.ts';

/** Next and previous, also while the part that was stepped to is being fetched: no key is lost. */
export function useWalkCommands({ next, previous, go }: Walk): void {
  const { t } = useTranslation('part');
  const section = t('section.walk');
  const goNext = () => {
    if (next !== null) go(next);
  };
  const goBack = () => {
    if (previous !== null) go(previous);
  };
  useCommands([
    { id: 'part.next', title: t('next'), keys: 'J', run: goNext, enabled: next !== null, section },
    {
      id: 'part.previous',
      title: t('previous'),
      keys: 'K',
      run: goBack,
      enabled: previous !== null,
      section,
    },
  ]);
  // Other keys that people know for the same steps; the command palette names one each.
  useHotkeys([
    ['alt+ArrowRight', goNext],
    ['alt+ArrowDown', goNext],
    ['PageDown', goNext],
    ['alt+ArrowLeft', goBack],
    ['alt+ArrowUp', goBack],
    ['PageUp', goBack],
  ]);
}
