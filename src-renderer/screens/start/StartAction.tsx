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

/** A card that is pressed anywhere; its name is the title alone, the text describes it. */
export function StartAction({ icon: Picture, title, text, primary = false, onClick }: StartActionProps) {
  const id = useId();
  return (
    <div className={classes.action} data-primary={primary || undefined}>
      <Picture aria-hidden size={26} stroke={1.5} className={classes.icon} />
      <div>
        <UnstyledButton className={classes.title} aria-describedby={id} onClick={onClick}>
          {title}
        </UnstyledButton>
        <div id={id} className={classes.text}>
          {text}
        </div>
      </div>
    </div>
  );
}
