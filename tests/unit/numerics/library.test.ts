import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as numerics from '../../../src-main/numerics/index.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'numerics.md'), 'utf8');

describe('the numerics library', () => {
  it('offers every method that its page lists', () => {
    const offered = new Set(Object.keys(numerics));
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[2] ?? '').matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name!),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !offered.has(name))).toEqual([]);
  });
});
