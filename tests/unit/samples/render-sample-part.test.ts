import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderSamplePart, type SamplePart } from '../../../src-main/samples/render-sample-part.ts';
import {
  defaultSampleSettings,
  defectTypes,
  type PartKind,
  type SampleSettings,
} from '../../../src-main/samples/settings.ts';

const families = ['turned-disc', 'brushed-plate'] as const;

function settingsOf(family: SampleSettings['family'], noise = 1, size = 200): SampleSettings {
  return {
    ...defaultSampleSettings,
    family,
    size,
    variation: { ...defaultSampleSettings.variation, noise },
  };
}

function render(settings: SampleSettings, kind: PartKind, index = 3, seed = 7) {
  return renderSamplePart(settings, { seed, index, kind });
}

function digest({ picture, mask, facts }: SamplePart): string {
  const hash = createHash('sha256').update(picture.data);
  if (mask) hash.update(mask);
  return hash.update(JSON.stringify(facts)).digest('hex');
}

/** 1 for every pixel within `radius` of one that is set. */
function dilate(mask: Uint8Array, size: number, radius: number): Uint8Array {
  const grown = new Uint8Array(mask.length);
  mask.forEach((value, i) => {
    if (value === 0) return;
    const x = i % size;
    const y = (i - x) / size;
    for (let v = Math.max(0, y - radius); v <= Math.min(size - 1, y + radius); v++)
      grown.fill(1, v * size + Math.max(0, x - radius), v * size + Math.min(size, x + radius + 1));
  });
  return grown;
}

describe.each(families)('a sample part of the family %s', (family) => {
  it('is the same bit for bit for the same seed and index', () => {
    const settings = settingsOf(family);
    for (const kind of ['good', 'stain', 'shifted-feature'] as const)
      expect(digest(render(settings, kind))).toBe(digest(render(settings, kind)));
  });

  it('differs from the parts of other seeds and other indices', () => {
    const settings = settingsOf(family);
    const parts = [render(settings, 'good'), render(settings, 'good', 4), render(settings, 'good', 3, 8)];
    expect(new Set(parts.map(digest)).size).toBe(3);
  });

  it('is an 8-bit photograph, neither black nor burnt out', () => {
    const { data } = render(settingsOf(family), 'good').picture;
    let burnt = 0;
    let sum = 0;
    let wrong = 0;
    for (const value of data) {
      const steps = value * 255;
      wrong += Number(!(value >= 0 && value <= 1) || Math.abs(steps - Math.round(steps)) > 1e-4);
      burnt += Number(value === 1);
      sum += value;
    }
    expect(wrong).toBe(0);
    expect(burnt / data.length).toBeLessThan(0.01);
    expect(sum / data.length).toBeGreaterThan(0.15);
    expect(sum / data.length).toBeLessThan(0.7);
  });

  it('has no mask when it is good', () => {
    const part = render(settingsOf(family), 'good');
    expect(part.mask).toBeNull();
    expect(part.facts).toEqual({ family, seed: 7, index: 3, kind: 'good', defect: null });
  });

  it.each(defectTypes)('with a %s differs from the good one under the mask and nowhere else', (kind) => {
    // Without noise, so that every difference is the defect's.
    const settings = settingsOf(family, 0);
    for (const index of [0, 1, 2]) {
      const good = render(settings, 'good', index).picture.data;
      const part = render(settings, kind, index);
      const bad = part.picture.data;
      const mask = part.mask!;
      // Soft borders and the lens carry a defect a few pixels beyond its mask.
      const near = dilate(mask, settings.size, 4);
      let area = 0;
      let changed = 0;
      let stray = 0;
      let inside = 0;
      let outside = 0;
      for (let i = 0; i < mask.length; i++) {
        const change = Math.abs(bad[i]! - good[i]!);
        if (near[i] === 0 && change > 1.5 / 255) stray++;
        if (mask[i] === 1) {
          area++;
          inside += change;
          if (change > 1.5 / 255) changed++;
        } else outside += change;
      }
      expect(stray).toBe(0);
      // Where the old and the new place of a feature overlap, nothing changes.
      expect(changed / area).toBeGreaterThan(kind === 'shifted-feature' ? 0.25 : 0.6);
      expect(inside / (inside + outside)).toBeGreaterThan(0.6);
      expect(part.facts.defect).toMatchObject({ type: kind, area });
    }
  });

  it('shows every defect clearly above the noise', () => {
    const settings = settingsOf(family);
    for (const kind of defectTypes) {
      for (let index = 0; index < 3; index++) {
        const { facts } = render(settings, kind, index);
        expect(facts.defect!.contrast).toBeGreaterThan(0.02);
        expect(facts.defect!.area).toBeGreaterThan(8);
      }
    }
  });

  it('has shifted features at least 8 pixels of a 400 pixel photograph from their place', () => {
    for (let index = 0; index < 6; index++) {
      const { facts } = render(settingsOf(family), 'shifted-feature', index);
      expect(facts.defect!.length).toBeGreaterThanOrEqual(8 * (200 / 400));
    }
  });
});
