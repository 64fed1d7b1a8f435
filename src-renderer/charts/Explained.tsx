import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface ExplainedProps {
  /** Of what is explained. */
  title: string;
  /** One plain sentence. */
  text: string;
}

/** A small sign that explains a figure when it is pointed at, focused or touched. */
export function Explained({ title, text }: ExplainedProps) {
  const { t } = useTranslation('evaluate');
  return (
    <Tooltip
      label={text}
      multiline
      w={300}
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
    >
      <ActionIcon variant="transparent" color="gray" size="sm" aria-label={t('charts.about', { title })}>
        <IconInfoCircle aria-hidden size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
