import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ScreenFrame.module.css';

export interface ScreenFrameProps {
  title: string;
  subtitle?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
  /** A column at the right with details of what is chosen. */
  aside?: ReactNode;
  /** Without padding, and scrolling is the content's own affair: for grids and image stages. */
  flush?: boolean;
}

/** Head, content and side column of a screen. The content scrolls, the head stays. */
export function ScreenFrame({ title, subtitle, actions, children, aside, flush = false }: ScreenFrameProps) {
  return (
    <section className={classes.frame} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body}>
        <div className={flush ? classes.flush : classes.content}>{children}</div>
        {aside !== undefined && <aside className={classes.aside}>{aside}</aside>}
      </div>
    </section>
  );
}
