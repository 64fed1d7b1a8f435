import * as z from 'zod';

/** Numbers on a grid within an event, which unlike an answer cannot carry a blob: little-endian, row-major. */
export const inlineArraySchema = z.object({
  shape: z.tuple([z.number().int(), z.number().int()]),
  dtype: z.literal('f32'),
  base64: z.string(),
});
export type InlineArray = z.infer<typeof inlineArraySchema>;

/** Bytes that are turned into text at once: an argument each. */
const stretch = 8192;

export function toInlineArray(shape: [number, number], values: Float32Array): InlineArray {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += stretch) {
    text += String.fromCharCode(...bytes.subarray(i, i + stretch));
  }
  return { shape, dtype: 'f32', base64: btoa(text) };
}

export function fromInlineArray({ base64 }: InlineArray): Float32Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}
