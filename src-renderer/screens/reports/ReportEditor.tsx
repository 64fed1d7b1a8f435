import { Fieldset } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useKeepReportFields } from '../../app/keep-report-fields.ts';
import { useSettings } from '../../app/settings.ts';
import { ReportFieldsForm } from '../../components/ReportFieldsForm.tsx';
import { ExportPanel } from './ExportPanel.tsx';
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

/** Milliseconds without a keystroke after which the preview follows. */
const typingPause = 500;

/** The report of one run: what goes into it on the left, what it will look like on the right. */
export function ReportEditor({ run, project, savedFields }: ReportEditorProps) {
  const { t, i18n } = useTranslation('reports');
  const keep = useKeepReportFields();
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

  const request = useMemo(() => requestOf(run.id, choices), [run.id, choices]);
  const [settled] = useDebouncedValue(request, typingPause);

  return (
    <>
      <div className={classes.form}>
        <div className={classes.choices}>
          <Fieldset legend={t('fields.heading')} variant="unstyled" className={classes.group}>
            <ReportFieldsForm
              fields={choices.fields}
              note={project.readOnly ? t('fields.readOnly') : t('fields.kept')}
              onChange={(fields) => {
                change({ fields });
                if (!project.readOnly) keep(fields);
              }}
            />
          </Fieldset>
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
