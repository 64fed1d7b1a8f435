/** What an experiment is run with: all that is random follows from the seed. */
export interface Choice {
  readonly seed: number;
  readonly setting: number;
}
