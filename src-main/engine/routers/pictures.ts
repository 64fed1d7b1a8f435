import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { tileSide } from '../../imaging/pictures/picture-pyramid.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { getImage } from '../../storage/records/image-queries.ts';
import type { Procedures, RouterContext } from './context.ts';

export function picturesRouter(procedures: Procedures['pictures'], context: RouterContext) {
  const { pictures } = context;
  const known = (imageId: number) => {
    const image = getImage(context.project(), imageId);
    return { path: resolveImagePath(context.project(), image), sha256: image.sha256 };
  };
  return {
    open: procedures.open.handler(async ({ input: { imageId }, signal }) => ({
      imageId,
      tileSide,
      ...(await pictures.run('openPicture', known(imageId), signal)),
    })),
    tile: procedures.tile.handler(async ({ input: { imageId, ...place }, signal }) => {
      const png = await pictures.run('tile', { ...known(imageId), ...place }, signal);
      if (png === null) throw outside();
      return new Blob([Uint8Array.from(png)], { type: 'image/png' });
    }),
    pixel: procedures.pixel.handler(async ({ input: { imageId, ...place }, signal }) => {
      const { values, bitDepth } = await pictures.run('pixel', { ...known(imageId), ...place }, signal);
      if (values === null) throw outside();
      return { values, bitDepth };
    }),
  };
}

function outside(): SparsightError {
  return reasonedError('usage.invalid', 'request.outside-picture', {});
}
