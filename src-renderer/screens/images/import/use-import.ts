import { useState } from 'react';
import type { ImportOutcome, ImportRequest } from '../../../../src-shared/contract/images.ts';
import { importOutcomeSchema } from '../../../../src-shared/contract/images.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useJobs } from '../../../app/jobs.tsx';
import { useShell } from '../../../app/shell.ts';

export interface Import {
  /** What is about to be added, once it was chosen or dropped. */
  paths: readonly string[] | null;
  /** What came of the last one, until it was read. */
  outcome: ImportOutcome | null;
  chooseFolders: () => void;
  chooseImages: () => void;
  ask: (paths: readonly string[]) => void;
  giveUp: () => void;
  start: (request: ImportRequest) => void;
  forgetOutcome: () => void;
}

/** Adding images: choose, ask how to label them, follow the job, tell what came of it. */
export function useImport(): Import {
  const { client } = useEngine();
  const shell = useShell();
  const jobs = useJobs();
  const [paths, setPaths] = useState<readonly string[] | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);

  const ask = (chosen: readonly string[]) => {
    if (chosen.length > 0) setPaths(chosen);
  };
  const start = (request: ImportRequest) => {
    setPaths(null);
    setOutcome(null);
    jobs
      .start(client.images.import(request), 'import')
      .then((answer) => setOutcome(importOutcomeSchema.parse(answer)))
      .catch(notifyError);
  };
  return {
    paths,
    outcome,
    chooseFolders: () => void shell.chooseFolders().then(ask).catch(notifyError),
    chooseImages: () => void shell.chooseImages().then(ask).catch(notifyError),
    ask,
    giveUp: () => setPaths(null),
    start,
    forgetOutcome: () => setOutcome(null),
  };
}
