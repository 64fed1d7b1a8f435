import { useEngine } from '../../app/engine.ts';
import { addPaths, roleOf } from './signals-session.ts';
import type { SignalRole } from './signals-session.ts';

/**
 * Adds files and folders to be looked into. Where only a part of them lies in folders for good ones, as when the folder
 * above is chosen, those go where they belong.
 */
export function useAddSignals(): (paths: readonly string[], role?: SignalRole) => Promise<void> {
  const { client } = useEngine();
  return async (paths, role) => {
    if (paths.length === 0) return;
    if (role === 'good') {
      addPaths('good', paths);
      return;
    }
    const files = await client.signals.list({ paths: [...paths] }).then(
      (listed) => listed.files,
      // What cannot be looked into at all is said beside the list.
      () => [...paths],
    );
    const good = files.filter((path) => roleOf(path) === 'good');
    if (good.length > 0 && good.length < files.length) {
      addPaths('good', good);
      addPaths(
        'inspected',
        files.filter((path) => roleOf(path) !== 'good'),
      );
    } else addPaths(good.length > 0 && role === undefined ? 'good' : 'inspected', paths);
  };
}
