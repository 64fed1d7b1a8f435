import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ReportFieldsForm } from '../../components/ReportFieldsForm.tsx';
import type { useCoverFields } from './use-cover-fields.ts';

const notes = { project: 'fields.kept', readOnly: 'fields.readOnly', session: 'fields.unkept' } as const;

/** What the cover of the report says, behind a button. */
export function CoverFields({ fields, operator, kept, change }: ReturnType<typeof useCoverFields>) {
  const { t } = useTranslation(['reports', 'common']);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconFileText aria-hidden size={16} />} onClick={open}>
        {t('fields.edit')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('fields.heading')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <ReportFieldsForm fields={fields} operator={operator} note={t(notes[kept])} onChange={change} />
      </Modal>
    </>
  );
}
