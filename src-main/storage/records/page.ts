/** A stretch of a longer list. */
export interface Page {
  /** Entries to leave out at the beginning. */
  offset: number;
  /** The most entries to give. */
  limit: number;
}
