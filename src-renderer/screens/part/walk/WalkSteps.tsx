import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Walk } from './use-walk.ts';
import classes from './WalkSteps.module.css';

/** Where the part is in its list, and the ways to those beside it. */
export function WalkSteps({ walk }: { walk: Walk }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const { position, total, previous, next, go, leave } = walk;
  const step = (label: string, keys: string, to: number | null, icon: typeof IconChevronLeft) => {
    const Icon = icon;
    return (
      <Tooltip label={`${label} (${keys})`}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={label}
          disabled={to === null}
          onClick={() => to !== null && go(to)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={leave}
      >
        {t('back')}
      </Button>
      {step(t('previous'), 'K', previous, IconChevronLeft)}
      <Text component="span" size="sm" className={`${classes.position ?? ''} tabular`} aria-live="polite">
        {position === null
          ? t('outside', { total: format.number(total) })
          : t('position', { position: format.number(position), total: format.number(total) })}
      </Text>
      {step(t('next'), 'J', next, IconChevronRight)}
    </Group>
  );
}
