import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import type { ImagesView } from '../../app/route.ts';
import type { Import } from './import/use-import.ts';

/** What can be done wherever on the screen one is. */
export function useScreenCommands(
  adding: Import,
  view: ImagesView,
  onView: (view: ImagesView) => void,
  readOnly: boolean,
): void {
  const { t } = useTranslation('images');
  const section = t('commands.section');
  const enabled = !readOnly;
  const other = view === 'gallery' ? 'regions' : 'gallery';
  useCommands([
    {
      id: 'images.addFolders',
      title: t('commands.addFolders'),
      keys: 'mod+I',
      section,
      enabled,
      run: adding.chooseFolders,
    },
    { id: 'images.addImages', title: t('commands.addImages'), section, enabled, run: adding.chooseImages },
    { id: `images.${other}`, title: t(`commands.${other}`), keys: 'R', section, run: () => onView(other) },
  ]);
}
