import { useEffect, useState } from 'react';
import type { Experiment } from '../../../src-shared/contract/laboratory.ts';
import type { ExperimentChoice } from './experiment-choice.ts';
import { useExperiment } from './use-experiment.ts';

/** Milliseconds for which a choice has to rest: a calculation that is overtaken costs a thread. */
const restingTime = 250;

/**
 * What comes out of the chosen experiment. Where a dictionary is kept, a moved slider is followed as quickly as answers
 * come, the newest place each time; anything else waits until the hand rests.
 */
export function useFollowedChoice({ name, methods }: Experiment, wanted: ExperimentChoice) {
  const [asked, setAsked] = useState({ choice: wanted, followed: false });
  const { choice } = asked;
  const { seed, setting, picture, dictionary } = choice;
  const query = useExperiment({ name, seed, setting, ...picture, ...dictionary });
  const { isFetching, isPlaceholderData } = query;
  const isDragged = methods.length > 0 && differInSetting(choice, wanted);
  useEffect(() => {
    if (choice === wanted || (isDragged && isFetching)) return;
    const ask = () => setAsked({ choice: wanted, followed: isDragged });
    const timer = setTimeout(ask, isDragged ? 0 : restingTime);
    return () => clearTimeout(timer);
  }, [choice, wanted, isDragged, isFetching]);
  return {
    ...query,
    isRunning: isFetching || choice !== wanted,
    /** Whether what is shown belongs to another choice; one that is followed is too short-lived to tell. */
    isStale: (isPlaceholderData && !asked.followed) || (choice !== wanted && !isDragged),
  };
}

function differInSetting(asked: ExperimentChoice, wanted: ExperimentChoice): boolean {
  return (
    asked.seed === wanted.seed && asked.picture === wanted.picture && asked.dictionary === wanted.dictionary
  );
}
