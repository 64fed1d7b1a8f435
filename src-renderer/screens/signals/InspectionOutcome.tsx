import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/Problem.tsx';
import { isCancellation } from '../../app/errors.ts';
import { InspectionResult } from './InspectionResult.tsx';
import { changeSession } from './signals-session.ts';
import { WorkProgress } from './WorkProgress.tsx';
import { useInspection } from './use-inspection.ts';
import type { InspectionRequest } from './use-inspection.ts';

/** What comes of an inspection, or how far it is. */
export function InspectionOutcome({ request }: { request: InspectionRequest }) {
  const { t } = useTranslation('signals');
  const { data, error, refetch, isFetching } = useInspection(request);
  if (isFetching || (error !== null && isCancellation(error)))
    return (
      <WorkProgress
        work="inspect"
        name={t('inspect.running')}
        onCancel={() => changeSession({ asked: null })}
      />
    );
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined) return null;
  return <InspectionResult inspection={data} request={request} />;
}
