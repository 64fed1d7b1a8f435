/** Keys as Mantine's hotkeys write them: 'mod+I', 'shift+D', 'G', '?', 'ArrowLeft'. */
const symbols: Record<string, string> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  space: 'Space',
  delete: 'Del',
};

/** Each key cap of a shortcut, as it is printed on the keyboard. */
export function keyCaps(keys: string, mac: boolean): string[] {
  return keys.split('+').map((part) => {
    const key = part.trim().toLowerCase();
    if (key === 'mod') return mac ? '⌘' : 'Ctrl';
    if (key === 'shift') return mac ? '⇧' : 'Shift';
    if (key === 'alt') return mac ? '⌥' : 'Alt';
    if (key === 'ctrl') return 'Ctrl';
    return symbols[key] ?? (key.length === 1 ? key.toUpperCase() : part.trim());
  });
}
