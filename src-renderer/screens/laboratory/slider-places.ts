import type { ExperimentSetting } from '../../../src-shared/contract/laboratory.ts';

/** Where a setting lies on its slider: itself, or its order of magnitude where there are no equal steps. */
export function placeOf(setting: number, step: number | null): number {
  return step === null ? Math.log10(setting) : setting;
}

/** The setting at a place of the slider, with two figures where orders of magnitude are tried. */
export function settingAt(place: number, { least, most, step }: ExperimentSetting): number {
  const setting = Number(step === null ? (10 ** place).toPrecision(2) : place.toFixed(4));
  return Math.min(most, Math.max(least, setting));
}
