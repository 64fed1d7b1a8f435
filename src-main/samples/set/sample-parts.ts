import { renderSamplePart, type SamplePart } from '../render-sample-part.ts';
import type { SampleSettings } from '../settings.ts';
import { planSet, type PlannedPart } from './plan-set.ts';

/** A planned part, made. */
export interface MadePart {
  readonly planned: PlannedPart;
  readonly part: SamplePart;
}

/** Makes the parts of a set one after another, as they are asked for; between two parts other work gets its turn. */
export async function* sampleParts(settings: SampleSettings, seed: number): AsyncGenerator<MadePart> {
  for (const planned of planSet(settings.counts)) {
    yield { planned, part: renderSamplePart(settings, { seed, index: planned.index, kind: planned.kind }) };
    await new Promise(setImmediate);
  }
}
