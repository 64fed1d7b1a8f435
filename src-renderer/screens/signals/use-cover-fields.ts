import { useQuery } from '@tanstack/react-query';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import { useEngine } from '../../app/engine.ts';
import { useKeepReportFields } from '../../app/keep-report-fields.ts';
import { useProject } from '../../app/project.ts';
import { useSettings } from '../../app/settings.ts';
import { changeSession, useSignalsSession } from './signals-session.ts';

const blank: ReportFieldsRequest = {
  customer: '',
  partNumber: '',
  batch: '',
  operator: '',
  remarks: '',
  logo: '',
};

/** What becomes of what is filled in. */
export type KeptWhere = 'project' | 'readOnly' | 'session';

/** What the cover of the report says: those of the open project, where there is one. */
export function useCoverFields() {
  const { orpc } = useEngine();
  const { summary } = useProject();
  const { settings } = useSettings();
  const { cover } = useSignalsSession();
  const keep = useKeepReportFields();
  const kept: KeptWhere = summary === null ? 'session' : summary.readOnly ? 'readOnly' : 'project';
  const { data: saved } = useQuery(
    orpc.reports.fields.queryOptions({ enabled: summary !== null, staleTime: Infinity }),
  );
  const project = summary?.path ?? null;
  const own = kept !== 'project' && cover?.project === project ? cover.fields : undefined;
  const fields = own ?? (summary === null ? undefined : saved) ?? blank;
  return {
    fields,
    /** As they are printed. */
    printed: { ...fields, operator: fields.operator === '' ? settings.operator : fields.operator },
    operator: settings.operator,
    kept,
    change: (changed: ReportFieldsRequest) => {
      if (kept === 'project') keep(changed);
      else changeSession({ cover: { project, fields: changed } });
    },
  };
}
