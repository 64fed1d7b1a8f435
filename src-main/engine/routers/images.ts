import {
  countTroubles,
  getImage,
  selectImageIds,
  selectImages,
} from '../../storage/records/image-queries.ts';
import { removeImages, setLabels } from '../../storage/records/image-changes.ts';
import { countImagesByLabel } from '../../storage/records/images.ts';
import { imageRow, imageRows } from '../use-cases/images/image-rows.ts';
import { importImages } from '../use-cases/images/import-images.ts';
import { relocateImages } from '../use-cases/images/relocate-images.ts';
import type { Procedures, RouterContext } from './context.ts';

export function imagesRouter(procedures: Procedures['images'], context: RouterContext) {
  const { thumbnails } = context;
  return {
    import: procedures.import.handler(({ input }) =>
      context.start('import', input, (environment) => importImages(environment, input, thumbnails)),
    ),
    list: procedures.list.handler(async ({ input: { offset, limit, ...selection } }) => {
      const { total, images } = selectImages(context.project(), selection, { offset, limit });
      return { total, rows: await imageRows(context.project(), images) };
    }),
    ids: procedures.ids.handler(({ input }) => selectImageIds(context.project(), input)),
    get: procedures.get.handler(({ input }) =>
      imageRow(context.project(), getImage(context.project(), input.imageId)),
    ),
    labels: procedures.labels.handler(() => ({
      labels: [...countImagesByLabel(context.project())].map(([label, count]) => ({ label, count })),
      ...countTroubles(context.project()),
    })),
    setLabels: procedures.setLabels.handler(({ input }) => ({
      previous: setLabels(context.project(), input.labels),
    })),
    remove: procedures.remove.handler(({ input }) => removeImages(context.project(), input.imageIds)),
    relocate: procedures.relocate.handler(({ input }) => relocateImages(context.project(), input)),
    thumbnail: procedures.thumbnail.handler(async ({ input: { imageId, side }, signal }) => {
      const webp = await thumbnails.get(
        context.project(),
        getImage(context.project(), imageId),
        side,
        signal,
      );
      return new Blob([webp], { type: 'image/webp' });
    }),
  };
}
