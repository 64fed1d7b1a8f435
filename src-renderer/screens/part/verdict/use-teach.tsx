import { modals } from '@mantine/modals';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { teachOutcomeSchema } from '../../../../src-shared/contract/outcomes.ts';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { useJobCentre, useJobs } from '../../../app/jobs.tsx';
import { useUndo } from '../../../app/undo.ts';
import { Taught } from './Taught.tsx';
import { untilTaught } from './until-taught.ts';

/** Teaches that the part is good: the run's model learns it, and takes its place for the inspections that follow. */
export function useTeach({ id: resultId, runId, modelId, name }: ResultDetail): {
  teach: () => void;
  teaching: boolean;
} {
  const { client, orpc } = useEngine();
  const { start, cancel } = useJobs();
  const centre = useJobCentre();
  const { t } = useTranslation(['part', 'common']);
  const undo = useUndo();
  const queryClient = useQueryClient();
  const [teaching, setTeaching] = useState(false);

  const putInUse = async (model: number) => {
    await client.models.use({ modelId: model });
    await queryClient.invalidateQueries({ queryKey: orpc.models.key() });
    await queryClient.invalidateQueries({ queryKey: orpc.project.key() });
  };

  const learn = async () => {
    const before = (await client.models.list()).find(({ inUse }) => inUse)?.id ?? modelId;
    const { jobId } = await client.results.teach({ resultId });
    const outcome = start(Promise.resolve({ jobId }), 'teach').then((found) =>
      teachOutcomeSchema.parse(found),
    );
    const taught = await untilTaught(centre, jobId, outcome);
    undo.push({
      label: t('part:teach.undoLabel', { name }),
      undo: () => putInUse(before),
      redo: () => putInUse(taught.modelId),
    });
    let isLooking = true;
    const looked = outcome.finally(() => (isLooking = false));
    const goBack = () => {
      modals.closeAll();
      putInUse(before)
        .then(() => notifyDone(t('part:teach.undone')))
        .catch(notifyError);
    };
    modals.open({
      title: t('part:teach.title'),
      size: 'lg',
      closeButtonProps: { 'aria-label': t('common:action.close') },
      // Nobody waits for the rest of the list, and the next part may be taught.
      onClose: () => {
        if (isLooking) cancel(jobId);
      },
      children: (
        <Taught
          runId={runId}
          jobId={jobId}
          seconds={taught.seconds}
          outcome={outcome}
          onKeep={() => modals.closeAll()}
          onUndo={goBack}
        />
      ),
    });
    await looked.catch((thrown: unknown) => {
      modals.closeAll();
      throw thrown;
    });
  };

  const teach = () => {
    if (teaching) return;
    setTeaching(true);
    learn()
      .catch(notifyError)
      .finally(() => setTeaching(false));
  };
  return { teach, teaching };
}
