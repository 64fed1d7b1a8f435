import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { useCommandRegistry } from './commands.ts';
import { isTyping } from './shortcut.ts';

/** Commands that make sense while the person writes, too: the field has no use for them. */
const whileTyping = new Set(['help.palette', 'go.help']);

/** Runs the command whose keys are pressed. */
export function useHotkeyCommands(): void {
  const registry = useCommandRegistry();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const command = registry
        .all()
        .findLast(
          ({ id, keys, enabled }) =>
            keys !== undefined &&
            enabled !== false &&
            (whileTyping.has(id) || !isTyping(event.target)) &&
            matches(keys, event),
        );
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry]);
}

/** '?' lies on another key in each layout, so the character counts and not the keys that make it. */
function matches(keys: string, event: KeyboardEvent): boolean {
  if (keys === '?') return event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey;
  let pressed = false;
  getHotkeyHandler([[keys, () => (pressed = true), { preventDefault: false }]])(event);
  return pressed;
}
