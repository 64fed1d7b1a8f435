import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine.ts';
import { followed } from './followed-work.ts';
import type { SignalRole } from './signals-session.ts';
import { useSignalsSession } from './signals-session.ts';

/** What the files of a role hold, once there are some. */
export function useSignalFiles(role: SignalRole) {
  const { client, orpc } = useEngine();
  const { paths } = useSignalsSession();
  const input = { paths: [...paths[role]] };
  return useQuery({
    queryKey: orpc.signals.read.queryKey({ input }),
    queryFn: ({ signal }) =>
      followed(client, `read ${role}`, (progressId) =>
        client.signals.read({ ...input, progressId }, { signal }),
      ),
    enabled: input.paths.length > 0,
  });
}

/** Columns that the files of both roles have, the one in use, and the file that is shown. */
export function useSignalChoice() {
  const { column, shown } = useSignalsSession();
  const inspected = useSignalFiles('inspected').data;
  const good = useSignalFiles('good').data;
  const [first, second] = [inspected, good].filter((read) => read !== undefined);
  const own = first?.columns ?? [];
  const common = own.filter((name) => second?.columns.includes(name) !== false);
  // A trend needs no good signals; an inspection says what they lack.
  const columns = common.length > 0 ? common : own;
  const files = [...(inspected?.files ?? []), ...(good?.files ?? [])];
  return {
    columns,
    column: columns.find((name) => name === column) ?? columns[0] ?? null,
    file: files.find(({ path }) => path === shown) ?? files[0] ?? null,
  };
}
