import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import pino from 'pino';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { repeatParts } from '../../integration/engine/parts.ts';
import { canHaveDisplay, openDisplay } from '../../support/display.ts';
import { openedProject } from '../../support/opened-project.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import type { Figure, Inputs, Section } from '../figures.ts';

const starts = 5;
const manyImages = 3000;
/** By then every thread has grown to the size that it works at. */
const settled = 300;
const patience = 30 * 60_000;

/** How quickly the desktop application comes up, what it takes at rest, and whether it grows with the images it sees. */
export async function measureDesktop({ scratch }: Inputs): Promise<Section> {
  const name = 'desktop';
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined || !canHaveDisplay) {
    return { name, figures: [], missing: ['no Electron or no display here'] };
  }
  const display = await openDisplay();
  try {
    const launch = (parameters: readonly string[] = []) =>
      startApplication(join(scratch, 'desktop'), display.name, parameters);
    return {
      name,
      figures: [...(await starting(launch)), ...(await inspecting(scratch, launch))],
      missing: [],
    };
  } finally {
    display.close();
  }
}

type Launch = (parameters?: readonly string[]) => Promise<ElectronApplication>;

function startApplication(userData: string, display: string, parameters: readonly string[]) {
  const root = join(import.meta.dirname, '..', '..', '..');
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    args: [root, ...switches, `--user-data-dir=${userData}`, '--lang=en', ...parameters],
    cwd: root,
    env: { ...(process.env as Record<string, string>), DISPLAY: display, SPARSIGHT_UNATTENDED: '1' },
  });
}

/** The quickest of several starts: other work on the machine only ever adds to one. */
async function starting(launch: Launch): Promise<Figure[]> {
  const seconds: number[] = [];
  let memory = 0;
  for (let start = 0; start < starts; start++) {
    const began = performance.now();
    const application = await launch();
    try {
      const page = await application.firstWindow();
      await page.getByRole('button', { name: /sample project/i }).waitFor();
      seconds.push((performance.now() - began) / 1000);
      await page.waitForTimeout(5000);
      memory = megabytesOf(await processesOf(application));
    } finally {
      await application.close();
    }
  }
  return [
    {
      what: `start to usable window, quickest of ${starts}`,
      value: Math.min(...seconds),
      unit: 's',
      target: { most: 3 },
    },
    { what: 'start to usable window, slowest', value: Math.max(...seconds), unit: 's' },
    { what: 'memory at rest, all processes', value: memory, unit: 'MB', target: { most: 350 } },
  ];
}

async function inspecting(scratch: string, launch: Launch): Promise<Figure[]> {
  const folder = join(scratch, 'many');
  mkdirSync(folder);
  const project = join(folder, 'many.sparsight');
  await prepare(project, folder);
  const application = await launch([project]);
  const file = new SqliteConnection(project, { readonly: true });
  try {
    const page = await application.firstWindow();
    await startInspection(page);
    const memory: number[] = [];
    let atSettled: number | undefined;
    const deadline = performance.now() + patience;
    for (;;) {
      const { parts, ended } = countInspected(file);
      const [engine] = (await processesOf(application)).filter(({ isEngine }) => isEngine);
      memory.push(megabytesOf(engine === undefined ? [] : [engine]));
      if (parts >= settled) atSettled ??= memory.at(-1);
      if (ended) break;
      if (performance.now() > deadline) throw new Error(`Only ${parts} parts were inspected.`);
      await page.waitForTimeout(1000);
    }
    const after = memory.at(-1) ?? 0;
    return [
      {
        what: `engine's memory after ${settled} parts of 512 x 384 pixels`,
        value: atSettled ?? 0,
        unit: 'MB',
      },
      { what: `engine's memory after ${manyImages}`, value: after, unit: 'MB' },
      { what: 'the most on the way', value: Math.max(...memory), unit: 'MB' },
      {
        what: 'the end against the beginning',
        value: after / (atSettled ?? after),
        unit: 'times',
        target: { most: 1.15 },
      },
    ];
  } finally {
    file.close();
    await application.close();
  }
}

/** A project with a model and so many images. */
async function prepare(project: string, folder: string): Promise<void> {
  const engine = createEngine({ workers: 2, log: pino({ level: 'silent' }) });
  try {
    const { client } = engine;
    await client.project.open({ path: project });
    const good = join(folder, 'good');
    const size = { width: 512, height: 384 };
    await writeParts(good, 8, size);
    await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
    const parts = await writeParts(join(folder, 'parts'), 60, { ...size, seed: 100 });
    repeatParts(parts, join(folder, 'copies'), manyImages);
    await endOf(client, client.images.import({ paths: [join(folder, 'copies')] }));
  } finally {
    await engine.close();
  }
}

async function startInspection(page: Page): Promise<void> {
  await openedProject(page, 'many');
  await page.evaluate(() => void (location.hash = '#/inspect'));
  await page.getByText('Images of the project').click();
  await page.getByRole('button', { name: 'Start the inspection' }).click();
}

/** As the project file says while the application writes it. */
function countInspected(file: SqliteConnection.Database): { parts: number; ended: boolean } {
  const parts = file.prepare('SELECT count(*) FROM results').pluck().get() as number;
  const running = file.prepare("SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')").pluck();
  return { parts, ended: parts > 0 && running.get() === 0 };
}

interface ApplicationProcess {
  readonly pid: number;
  readonly kilobytes: number;
  readonly isEngine: boolean;
}

const processesOf = (application: ElectronApplication): Promise<ApplicationProcess[]> =>
  application.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, name, memory }) => ({
      pid,
      kilobytes: memory.workingSetSize,
      isEngine: name === 'Sparsight engine',
    })),
  );

/** Pages that processes share count once where the system says how many do. */
function megabytesOf(processes: readonly ApplicationProcess[]): number {
  const kilobytes = processes.map(({ pid, kilobytes }) => {
    try {
      const [, shared] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
      return shared === undefined ? kilobytes : Number(shared);
    } catch {
      return kilobytes;
    }
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}
