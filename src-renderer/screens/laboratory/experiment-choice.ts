import type { DictionaryMethod } from '../../../src-shared/contract/laboratory.ts';

/** What an experiment is run on; a made-up picture when neither is given. */
export interface PictureChoice {
  /** An image of the project. */
  readonly imageId?: number;
  /** A file anywhere. */
  readonly imagePath?: string;
}

/** Where the dictionary comes from; the first method when neither is given. */
export interface DictionaryChoice {
  readonly method?: DictionaryMethod;
  readonly modelId?: number;
}

/** Everything that a person chooses of an experiment. */
export interface ExperimentChoice {
  readonly seed: number;
  readonly setting: number;
  readonly picture: PictureChoice;
  readonly dictionary: DictionaryChoice;
}
