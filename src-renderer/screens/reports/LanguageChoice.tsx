import { Fieldset, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';
import classes from './Reports.module.css';

export interface LanguageChoiceProps {
  language: ReportLanguage;
  onChange: (language: ReportLanguage) => void;
}

/** The language of the report, whatever that of the window is. */
export function LanguageChoice({ language, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation('reports');
  return (
    <Fieldset legend={t('language.heading')} variant="unstyled" className={classes.group}>
      <SegmentedControl
        aria-label={t('language.heading')}
        fullWidth
        value={language}
        data={[
          { value: 'en', label: t('language.en') },
          { value: 'ja', label: t('language.ja') },
        ]}
        onChange={onChange}
      />
    </Fieldset>
  );
}
