import { Kbd } from '@mantine/core';
import { keyCaps } from '../app/key-caps.ts';
import { isMac } from '../app/shortcut.ts';
import classes from './KeyCaps.module.css';

/** A shortcut as key caps. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={classes.caps}>
      {keyCaps(keys, isMac()).map((cap) => (
        <Kbd key={cap} size="xs">
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
