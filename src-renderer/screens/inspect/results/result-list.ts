import type { ResultQuery } from '../../../../src-shared/contract/results.ts';

/** What table and gallery have in common. */
export interface ResultListProps {
  query: ResultQuery;
  /** How many results the query has. */
  total: number;
  /** Whether results are still coming. */
  isLive: boolean;
  /** Where the list was left. */
  initialPlace: number;
  /** The keyboard's place has changed. */
  onPlace: (place: number) => void;
  onOpen: (resultId: number) => void;
}
