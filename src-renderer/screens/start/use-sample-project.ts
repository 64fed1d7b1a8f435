import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { notifyDone, notifyError } from '../../app/errors.ts';
import { useJobs } from '../../app/jobs.tsx';
import { currentAddress, useNavigation } from '../../app/navigation.ts';
import { useProject } from '../../app/project.ts';
import { joinPath } from './join-path.ts';

export type SampleStep = 'open' | 'make' | 'import';

/** The same parts for everybody, so that what the guide shows is what they see. */
const seed = 1;

/**
 * Makes sample parts and a project that knows them and what is wrong with them, and goes on to learning, but leaves who goes
 * to another screen meanwhile there. Good parts in the folder `test` are not learnt from, so an inspection meets them as new.
 */
export function useSampleProject(): { step: SampleStep | null; make: () => Promise<void> } {
  const { t } = useTranslation('start');
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const project = useProject();
  const jobs = useJobs();
  const { open } = useNavigation();
  const [step, setStep] = useState<SampleStep | null>(null);

  async function importFolder(folder: string, label: string): Promise<void> {
    await jobs.start(client.images.import({ paths: [folder], label: { kind: 'fixed', label } }), 'import');
  }

  async function fill(parts: string): Promise<void> {
    setStep('make');
    await jobs.start(client.jobs.samples({ out: parts, seed }), 'samples');
    setStep('import');
    const tests = joinPath(parts, 'test');
    await importFolder(joinPath(parts, 'train', 'good'), 'good');
    const { entries } = await client.host.folder({ path: tests });
    for (const { name, path, kind } of entries) if (kind === 'folder') await importFolder(path, name);
  }

  async function make(): Promise<void> {
    setStep('open');
    const before = currentAddress();
    try {
      const { documentsFolder } = await client.host.about();
      const path = joinPath(documentsFolder, `${t('sample.projectName')}.sparsight`);
      const summary = await project.open(path, 'create');
      if (summary.images === 0) await fill(joinPath(documentsFolder, t('sample.partsFolder')));
      await queryClient.invalidateQueries({ queryKey: orpc.project.key() });
      if (summary.runs.length === 0) notifyDone(t('sample.ready'));
      if (currentAddress() === before) open(summary.runs.length > 0 ? 'inspect' : 'learn');
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setStep(null);
    }
  }

  return { step, make };
}
