import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import type { Command } from '../../../app/commands.ts';
import { textPrompt } from '../../../components/TextPrompt.tsx';
import type { Label } from '../label.ts';
import { useLabelName } from '../use-label-name.ts';
import { keyOfLabel } from './label-keys.ts';

interface GalleryActions {
  defectTypes: readonly string[];
  readOnly: boolean;
  onLabel: (label: Label) => void;
  onRemove: () => void;
  onSelectAll: () => void;
  onSelectNone: () => void;
  onSearch: () => void;
}

interface LabelActions {
  label: (label: Label) => void;
  /** Asks for the name of a defect type that the project does not know yet. */
  labelNew: () => void;
  remove: () => void;
}

/** What can be done with the selected images, by keys and from the palette. */
export function useGalleryCommands(actions: GalleryActions): LabelActions {
  const { defectTypes, readOnly, onLabel, onRemove, onSelectAll, onSelectNone, onSearch } = actions;
  const { t } = useTranslation('images');
  const labelName = useLabelName();
  const section = t('commands.section');
  const labelNew = () =>
    void textPrompt({
      title: t('label.otherTitle'),
      label: t('label.name'),
      confirm: t('label.apply'),
      maxLength: 100,
    }).then((name) => {
      if (name !== null) onLabel(name);
    });

  const labelTitle = (label: Label) => {
    if (label === null) return t('commands.labelNone');
    return label === 'good'
      ? t('commands.labelGood')
      : t('commands.labelDefect', { label: labelName(label) });
  };
  const labelCommands = ['good', ...defectTypes, null].map((label): Command => {
    const keys = keyOfLabel(label, defectTypes);
    return {
      id: `images.label.${keys ?? `type.${label ?? ''}`}`,
      title: labelTitle(label),
      section,
      enabled: !readOnly,
      run: () => onLabel(label),
      ...(keys !== null && { keys }),
    };
  });
  const enabled = !readOnly;
  useCommands([
    ...labelCommands,
    { id: 'images.labelNew', title: t('commands.labelNew'), keys: 'L', section, enabled, run: labelNew },
    { id: 'images.selectAll', title: t('commands.selectAll'), keys: 'mod+A', section, run: onSelectAll },
    { id: 'images.selectNone', title: t('commands.selectNone'), keys: 'Escape', section, run: onSelectNone },
    { id: 'images.search', title: t('commands.search'), keys: 'mod+F', section, run: onSearch },
    { id: 'images.remove', title: t('commands.remove'), keys: 'Delete', section, enabled, run: onRemove },
  ]);
  return { label: onLabel, labelNew, remove: onRemove };
}
