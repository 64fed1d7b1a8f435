import { Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './SettingsScreen.module.css';

export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.heading}>
        {title}
      </Title>
      <div className={classes.card}>{children}</div>
    </section>
  );
}

export interface SettingProps {
  name: string;
  text: string;
  /** The control, to be named and described by these ids. */
  children: (label: { 'aria-labelledby': string; 'aria-describedby': string }) => ReactNode;
}

/** A setting with what it is for, in a sentence. */
export function Setting({ name, text, children }: SettingProps) {
  const id = useId();
  return (
    <div className={classes.row}>
      <div>
        <span id={`${id}-name`} className={classes.name}>
          {name}
        </span>
        <span id={`${id}-text`} className={classes.text}>
          {text}
        </span>
      </div>
      <div className={classes.control}>
        {children({ 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-text` })}
      </div>
    </div>
  );
}
