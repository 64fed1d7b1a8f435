import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ExplainPanel.module.css';
import { detailWord } from './indicator-words.ts';
import { PatchImage } from './PatchImage.tsx';
import type { ShownAtom, ShownExplanation } from './read-explanation.ts';
import { valueRange } from './value-range.ts';

/** Edge of an atom on the screen, in CSS pixels. */
const side = 52;

/** The building blocks that each scale asks for, heaviest first. */
export function UsedAtoms({ scales }: Pick<ShownExplanation, 'scales'>) {
  const { t } = useTranslation('part');
  return scales.map(({ scale, atoms }) => (
    <div key={scale}>
      <Text size="xs" fw={600} mb={4}>
        {t(`explain.${detailWord(scale)}`)}
      </Text>
      {atoms.length === 0 ? (
        <Text size="xs" c="dimmed" mb="xs">
          {t('explain.noAtoms')}
        </Text>
      ) : (
        <ul className={classes.atoms}>
          {atoms.map((atom) => (
            <Atom key={atom.atom} shown={atom} />
          ))}
        </ul>
      )}
    </div>
  ));
}

function Atom({ shown: { atom, weight, usage, pixels } }: { shown: ShownAtom }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const words = { atom, weight: format.number(weight, 2), share: format.percent(usage, 1) };
  return (
    <li className={classes.atom}>
      <PatchImage grid={pixels} {...valueRange(pixels.data)} side={side} alt={t('explain.atomName', words)} />
      <strong className="tabular">{words.weight}</strong>
      <span className="tabular">{t('explain.usage', words)}</span>
    </li>
  );
}
