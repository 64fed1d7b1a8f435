import * as z from 'zod';
import { id, pictureSchema, procedure } from './procedure.ts';

/** A large picture as tiles of several levels; level 0 has every pixel, each further one half as many per side. */
export const pyramidSchema = z.object({
  imageId: id,
  width: z.number().int(),
  height: z.number().int(),
  bitDepth: z.number().int(),
  tileSide: z.number().int(),
  levels: z.number().int(),
});
export type Pyramid = z.infer<typeof pyramidSchema>;

/** The pixels of an image, in its own colours. */
export const picturesContract = {
  open: procedure.input(z.object({ imageId: id })).output(pyramidSchema),
  tile: procedure
    .input(
      z.object({
        imageId: id,
        level: z.number().int().min(0),
        column: z.number().int().min(0),
        row: z.number().int().min(0),
      }),
    )
    .output(pictureSchema),
  /** Red, green and blue of a pixel, in the file's own range (0 to 2^bitDepth - 1). */
  pixel: procedure
    .input(z.object({ imageId: id, x: z.number().int().min(0), y: z.number().int().min(0) }))
    .output(z.object({ values: z.array(z.number()), bitDepth: z.number().int() })),
};
