import { describe, expect, it } from 'vitest';
import { createUndoHistory } from '../../../src-renderer/app/undo-history.ts';

function recorded() {
  const log: string[] = [];
  const step = (label: string) => ({
    label,
    undo: () => void log.push(`undo ${label}`),
    redo: () => void log.push(`redo ${label}`),
  });
  return { log, step, history: createUndoHistory() };
}

describe('undo', () => {
  it('takes back the last step first and does it again on request', async () => {
    const { log, step, history } = recorded();
    history.push(step('a'));
    history.push(step('b'));
    await history.undo();
    await history.undo();
    await history.redo();
    expect(log).toEqual(['undo b', 'undo a', 'redo a']);
  });

  it('says that there is nothing to take back', async () => {
    const { history } = recorded();
    expect(await history.undo()).toBeNull();
    expect(await history.redo()).toBeNull();
  });

  it('forgets what was taken back once something new is done', async () => {
    const { step, history } = recorded();
    history.push(step('a'));
    await history.undo();
    history.push(step('b'));
    expect(await history.redo()).toBeNull();
  });

  it('takes steps back one after another, however fast the keys are pressed', async () => {
    const { history } = recorded();
    const log: string[] = [];
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    history.push({ label: 'a', undo: () => void log.push('a'), redo: () => undefined });
    history.push({
      label: 'b',
      undo: async () => {
        await slow;
        log.push('b');
      },
      redo: () => undefined,
    });
    const both = Promise.all([history.undo(), history.undo()]);
    finish();
    await both;
    expect(log).toEqual(['b', 'a']);
  });

  it('goes on after a step that could not be taken back', async () => {
    const { log, step, history } = recorded();
    history.push(step('a'));
    history.push({
      label: 'b',
      undo: () => Promise.reject(new Error('the file is locked')),
      redo: () => undefined,
    });
    await expect(history.undo()).rejects.toThrow('locked');
    await history.undo();
    expect(log).toEqual(['undo a']);
  });

  it('starts anew with another project', async () => {
    const { step, history } = recorded();
    history.push(step('a'));
    history.clear();
    expect(await history.undo()).toBeNull();
  });
});
