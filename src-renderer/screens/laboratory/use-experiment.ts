import { useQuery } from '@tanstack/react-query';
import type {
  ExperimentName,
  ExperimentResult,
  LaboratoryPicture,
} from '../../../src-shared/contract/laboratory.ts';
import { useEngine } from '../../app/engine.ts';
import { readArray } from '../../app/read-array.ts';
import type { NumberGrid } from '../../app/read-array.ts';
import type { DictionaryChoice, PictureChoice } from './experiment-choice.ts';

export type ReadPicture = Omit<LaboratoryPicture, 'array'> & { readonly grid: NumberGrid };
export type ReadResult = Omit<ExperimentResult, 'pictures'> & { readonly pictures: readonly ReadPicture[] };

/** What came out of an experiment; what came out before, until then. Whoever asks anew gives the former up. */
export function useExperiment(
  input: { name: ExperimentName; seed: number; setting: number } & PictureChoice & DictionaryChoice,
) {
  const { client, orpc } = useEngine();
  return useQuery({
    queryKey: [...orpc.laboratory.run.queryKey({ input }), 'read'],
    queryFn: async ({ signal }): Promise<ReadResult> => {
      const result = await client.laboratory.run(input, { signal });
      const pictures = await Promise.all(
        result.pictures.map(async ({ array, ...picture }) => ({ ...picture, grid: await readArray(array) })),
      );
      return { ...result, pictures };
    },
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
}
