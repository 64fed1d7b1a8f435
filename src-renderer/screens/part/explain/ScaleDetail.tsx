import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberGrid } from '../../../app/read-array.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ExplainPanel.module.css';
import { detailWord } from './indicator-words.ts';
import { PatchImage } from './PatchImage.tsx';
import type { ShownAtom, ShownScale } from './read-explanation.ts';
import { valueRange } from './value-range.ts';

/** Edges on the screen, in CSS pixels. */
const patchSide = 64;
const atomSide = 40;

/** The place as one scale sees it: the patch, what is rebuilt of it, what is not, and the building blocks used. */
export function ScaleDetail({ shown }: { shown: ShownScale }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const { found, rebuilt, residual, atoms } = shown;
  const missing = useMemo(
    () => ({ ...found, data: found.data.map((value, i) => Math.abs(value - (rebuilt.data[i] ?? 0))) }),
    [found, rebuilt],
  );
  const range = valueRange(found.data, rebuilt.data);
  const scale = t(`explain.${detailWord(shown.scale)}`);
  const patch = (grid: NumberGrid, what: string, limits = range) => (
    <figure>
      <PatchImage grid={grid} {...limits} side={patchSide} alt={t('explain.patchAlt', { what, scale })} />
      <figcaption>{what}</figcaption>
    </figure>
  );
  return (
    <div className={classes.scale}>
      <Text size="xs" fw={600} className={classes.scaleName}>
        {scale}
        <Text component="span" size="xs" c="dimmed">
          {t('explain.notRebuilt', { share: format.percent(residual, 1) })}
        </Text>
      </Text>
      <div className={classes.patches}>
        {patch(found, t('explain.found'))}
        {patch(rebuilt, t('explain.rebuiltPatch'))}
        {patch(missing, t('explain.missing'), { low: 0, high: range.high - range.low })}
      </div>
      {atoms.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('explain.noAtoms')}
        </Text>
      ) : (
        <ul className={classes.atoms} aria-label={t('explain.atoms')}>
          {atoms.map((atom) => (
            <Atom key={atom.atom} shown={atom} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Atom({ shown: { atom, weight, usage, pixels } }: { shown: ShownAtom }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const words = { atom, weight: format.fixed(weight, 2), share: format.percent(usage, 1) };
  return (
    <li>
      <PatchImage
        grid={pixels}
        {...valueRange(pixels.data)}
        side={atomSide}
        alt={t('explain.atomName', words)}
      />
      <span>
        <strong className="tabular">{words.weight}</strong>
        <small className="tabular">{t('explain.usage', words)}</small>
      </span>
    </li>
  );
}
