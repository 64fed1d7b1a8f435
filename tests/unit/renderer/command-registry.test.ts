import { describe, expect, it, vi } from 'vitest';
import { createCommandRegistry } from '../../../src-renderer/app/command-registry.ts';

const command = (id: string, run: () => void = () => undefined, enabled = true) => ({
  id,
  title: id,
  section: 'Go',
  enabled,
  run,
});

describe('commands', () => {
  it('are offered as long as the screen that brought them is open', () => {
    const registry = createCommandRegistry();
    const remove = registry.add([command('images.import')]);
    expect(registry.all().map(({ id }) => id)).toEqual(['images.import']);
    remove();
    expect(registry.all()).toEqual([]);
  });

  it('of the screen opened last win over others of the same id', () => {
    const registry = createCommandRegistry();
    const first = vi.fn();
    const second = vi.fn();
    registry.add([command('a', first)]);
    registry.add([command('a', second)]);
    registry.run('a');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('do nothing while they make no sense, or when nobody offers them', () => {
    const registry = createCommandRegistry();
    const run = vi.fn();
    registry.add([command('a', run, false)]);
    expect(registry.run('a')).toBe(false);
    expect(registry.run('b')).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it('tell the palette when they change', () => {
    const registry = createCommandRegistry();
    const listener = vi.fn();
    const stop = registry.subscribe(listener);
    registry.add([command('a')]);
    stop();
    registry.add([command('b')]);
    expect(listener).toHaveBeenCalledOnce();
  });
});
