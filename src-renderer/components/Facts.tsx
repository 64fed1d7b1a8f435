import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface FactsProps {
  /** Pairs of name and value; null leaves a fact out. */
  facts: readonly (readonly [name: string, value: ReactNode] | null)[];
}

/** Names and values in two columns. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => fact !== null)
        .map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd data-selectable className="tabular">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
