import { Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  icon: Icon;
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
}

/** What a place that has nothing to show says instead, and what to do about it. */
export function EmptyState({ icon: Picture, title, text, actions }: EmptyStateProps) {
  return (
    <div className={classes.place}>
      <Stack align="center" gap="sm" maw={440}>
        <span aria-hidden className={classes.icon}>
          <Picture size={30} stroke={1.5} />
        </span>
        <Title order={2} size="h4" ta="center">
          {title}
        </Title>
        {text !== undefined && (
          <Text c="dimmed" ta="center">
            {text}
          </Text>
        )}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </Stack>
    </div>
  );
}
