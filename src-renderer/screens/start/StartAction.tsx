import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useId } from 'react';
import classes from './StartAction.module.css';

export interface StartActionProps {
  icon: Icon;
  title: string;
  text: string;
  /** What most people want now. */
  primary?: boolean;
  onClick: () => void;
}

export function StartAction({ icon: Picture, title, text, primary = false, onClick }: StartActionProps) {
  const id = useId();
  return (
    <UnstyledButton
      className={classes.action}
      data-primary={primary || undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClick={onClick}
    >
      <Picture aria-hidden size={26} stroke={1.5} className={classes.icon} />
      <span>
        <span id={`${id}-title`} className={classes.title}>
          {title}
        </span>
        <span id={`${id}-text`} className={classes.text}>
          {text}
        </span>
      </span>
    </UnstyledButton>
  );
}
