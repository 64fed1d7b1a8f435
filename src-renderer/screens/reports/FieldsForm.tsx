import { Fieldset, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import { LogoField } from './LogoField.tsx';
import classes from './Reports.module.css';

export interface FieldsFormProps {
  fields: ReportFieldsRequest;
  isReadOnly: boolean;
  onChange: (fields: ReportFieldsRequest) => void;
}

const lines = ['customer', 'partNumber', 'batch', 'operator'] as const;

/** What the cover of the report says of the parts and of who inspected them. */
export function FieldsForm({ fields, isReadOnly, onChange }: FieldsFormProps) {
  const { t } = useTranslation('reports');
  return (
    <Fieldset legend={t('fields.heading')} variant="unstyled" className={classes.group}>
      <div className={classes.twoColumns}>
        {lines.map((name) => (
          <TextInput
            key={name}
            label={t(`fields.${name}`)}
            maxLength={500}
            value={fields[name]}
            onChange={(event) => onChange({ ...fields, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        label={t('fields.remarks')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={fields.remarks}
        onChange={(event) => onChange({ ...fields, remarks: event.currentTarget.value })}
      />
      <LogoField path={fields.logo} onChange={(logo) => onChange({ ...fields, logo })} />
      <Text size="xs" c="dimmed">
        {isReadOnly ? t('fields.readOnly') : t('fields.kept')}
      </Text>
    </Fieldset>
  );
}
