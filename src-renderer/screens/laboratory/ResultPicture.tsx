import { useTranslation } from 'react-i18next';
import { Mosaic } from '../../viewer/Mosaic.tsx';
import { GreyPicture } from './GreyPicture.tsx';
import classes from './LaboratoryScreen.module.css';
import type { ReadPicture } from './use-experiment.ts';

/** A picture of an experiment: an image in grey, or patches side by side. */
export function ResultPicture({ picture: { name, kind, grid } }: { picture: ReadPicture }) {
  const { t } = useTranslation('laboratory');
  const caption = t(`pictures.${name}`);
  if (kind === 'patches') return <Mosaic atoms={grid.data} count={grid.height} description={caption} />;
  return (
    <figure className={classes.figure}>
      <GreyPicture grid={grid} description={caption} />
      <figcaption className={classes.caption}>{caption}</figcaption>
    </figure>
  );
}
