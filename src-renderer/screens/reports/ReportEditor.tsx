import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { useSettings } from '../../app/settings.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { FieldsForm } from './FieldsForm.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PartsChoice } from './PartsChoice.tsx';
import { requestOf } from './report-choices.ts';
import type { ReportChoices } from './report-choices.ts';
import { ReportPreview } from './ReportPreview.tsx';
import classes from './Reports.module.css';

export interface ReportEditorProps {
  run: RunSummary;
  project: ProjectSummary;
  savedFields: ReportFieldsRequest;
}

/** Milliseconds without a keystroke after which fields are kept and the preview follows. */
const typingPause = 500;

/** The report of one run: what goes into it on the left, what it will look like on the right. */
export function ReportEditor({ run, project, savedFields }: ReportEditorProps) {
  const { i18n } = useTranslation();
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const { settings } = useSettings();
  const [choices, setChoices] = useState<ReportChoices>(() => ({
    fields: {
      ...savedFields,
      operator: savedFields.operator === '' ? settings.operator : savedFields.operator,
    },
    partsKind: 'suspicious',
    chosen: [],
    language: i18n.language === 'ja' ? 'ja' : 'en',
  }));
  const change = (part: Partial<ReportChoices>) => setChoices((before) => ({ ...before, ...part }));

  const { mutate } = useMutation(
    orpc.reports.saveFields.mutationOptions({ scope: { id: 'report fields' }, onError: notifyError }),
  );
  const save = useDebouncedCallback((fields: ReportFieldsRequest) => mutate(fields), {
    delay: typingPause,
    flushOnUnmount: true,
  });
  const keep = (fields: ReportFieldsRequest) => {
    // At once, for whoever turns to another run before they are saved.
    queryClient.setQueryData(orpc.reports.fields.queryKey(), fields);
    save(fields);
  };
  const request = useMemo(() => requestOf(run.id, choices), [run.id, choices]);
  const [settled] = useDebouncedValue(request, typingPause);

  return (
    <>
      <div className={classes.form}>
        <div className={classes.choices}>
          <FieldsForm
            fields={choices.fields}
            isReadOnly={project.readOnly}
            onChange={(fields) => {
              change({ fields });
              if (!project.readOnly) keep(fields);
            }}
          />
          <PartsChoice
            run={run}
            kind={choices.partsKind}
            chosen={choices.chosen}
            onKind={(partsKind) => change({ partsKind })}
            onChosen={(chosen) => change({ chosen, partsKind: 'chosen' })}
          />
          <LanguageChoice language={choices.language} onChange={(language) => change({ language })} />
        </div>
        <ExportPanel request={request} run={run} project={project} />
      </div>
      <ReportPreview request={settled} isBehind={settled !== request} run={run} />
    </>
  );
}
