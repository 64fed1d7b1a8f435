import { SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportFieldsRequest } from '../../src-shared/contract/requests.ts';
import { LogoField } from './LogoField.tsx';

export interface ReportFieldsFormProps {
  fields: ReportFieldsRequest;
  /** Whose name is printed where none is filled in. */
  operator?: string;
  /** What becomes of what is filled in. */
  note: string;
  onChange: (fields: ReportFieldsRequest) => void;
}

const lines = ['customer', 'partNumber', 'batch', 'operator'] as const;

/** What the cover of a report says of the parts and of who inspected them. */
export function ReportFieldsForm({ fields, operator = '', note, onChange }: ReportFieldsFormProps) {
  const { t } = useTranslation('reports');
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {lines.map((name) => (
          <TextInput
            key={name}
            label={t(`fields.${name}`)}
            maxLength={500}
            placeholder={name === 'operator' ? operator : ''}
            value={fields[name]}
            onChange={(event) => onChange({ ...fields, [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
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
        {note}
      </Text>
    </Stack>
  );
}
