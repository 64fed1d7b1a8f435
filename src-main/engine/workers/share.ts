/**
 * The values in memory that all threads see, so that a message carries a reference instead of the bytes: a copy, unless they
 * are there already.
 */
export function shared<Values extends Float32Array | Int16Array | Uint8Array>(values: Values): Values {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const memory = new SharedArrayBuffer(values.byteLength);
  const Type = values.constructor as new (buffer: SharedArrayBuffer) => Values;
  const copy = new Type(memory);
  copy.set(values);
  return copy;
}
