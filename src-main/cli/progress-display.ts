import { Presets, SingleBar } from 'cli-progress';
import { happening } from './error-text.ts';
import type { JobProgress, JobWarning, Stage } from '../../src-shared/contract/job.ts';

const stageNames: Record<Stage, string> = {
  scanning: 'Reading images',
  reading: 'Reading files',
  sampling: 'Taking patches',
  aligning: 'Aligning parts',
  learning: 'Learning',
  measuring: 'Measuring good parts',
  comparing: 'Comparing good parts',
  calibrating: 'Calibrating',
  storing: 'Storing',
  inspecting: 'Inspecting',
  rendering: 'Drawing',
  writing: 'Writing',
  importing: 'Importing',
  studying: 'Trying out',
  watching: 'Watching',
};

/** Milliseconds between two plain lines of one stage. */
const lineInterval = 5000;

/** Shows a job's progress to a person: a bar on a terminal, otherwise a plain line now and then. */
export interface ProgressDisplay {
  progress(progress: JobProgress): void;
  warning(warning: JobWarning): void;
  stop(): void;
}

export function createProgressDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY ? barDisplay(stream) : lineDisplay(stream);
}

function describe({ stage, done, total, rate, secondsLeft }: JobProgress): string {
  const parts = [`${stageNames[stage]}: ${done} of ${total}`];
  if (rate !== null && done > 0) parts.push(`${rate.toFixed(rate < 10 ? 1 : 0)}/s`);
  if (secondsLeft !== null && done < total) parts.push(`${Math.ceil(secondsLeft)} s left`);
  return parts.join(', ');
}

/** What to do about a file that was left out, its message says; of the rest, the next step says more. */
const warningText = (warning: JobWarning) =>
  `Warning: ${happening(warning)}${warning.path === undefined ? ` ${warning.next}` : ''}`;

function lineDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  let stage: Stage | null = null;
  let lastLine = 0;
  return {
    progress(progress) {
      const now = performance.now();
      const due =
        progress.stage !== stage || progress.done === progress.total || now - lastLine >= lineInterval;
      if (!due) return;
      stage = progress.stage;
      lastLine = now;
      stream.write(`${describe(progress)}\n`);
    },
    warning: (warning) => void stream.write(`${warningText(warning)}\n`),
    stop: () => undefined,
  };
}

function barDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  let stage: Stage | null = null;
  let bar: SingleBar | null = null;
  const stop = () => {
    bar?.stop();
    bar = null;
    stage = null;
  };
  return {
    progress(progress) {
      if (progress.stage !== stage) {
        stop();
        stage = progress.stage;
        bar = new SingleBar(
          { stream, format: '{text} {bar}', hideCursor: true, clearOnComplete: false, linewrap: false },
          Presets.shades_classic,
        );
        bar.start(Math.max(1, progress.total), 0, { text: describe(progress) });
      }
      bar?.setTotal(Math.max(1, progress.total));
      bar?.update(progress.done, { text: describe(progress) });
      if (progress.done === progress.total) bar?.stop();
    },
    warning(warning) {
      stop();
      stream.write(`${warningText(warning)}\n`);
    },
    stop,
  };
}
