/** Results that the writer stores in one transaction. */
export const batchSize = 8;
/** Bytes of the one map of each of its results. */
export const mapBytes = 20_000;
