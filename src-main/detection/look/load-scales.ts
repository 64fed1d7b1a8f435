import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { prepareDictionary } from '../../numerics/sparse/dictionary.ts';
import type { ScaleDictionary } from '../model.ts';
import { codeCosts } from './activity.ts';
import type { ScaleModel } from './measure.ts';

/** Lays the dictionaries out for coding; they live in kernel memory until the caller releases it. */
export function loadScales(kernels: Kernels, scales: readonly ScaleDictionary[]): ScaleModel[] {
  return scales.map((scale) => ({
    dictionary: prepareDictionary(kernels, scale.atoms, scale),
    costs: codeCosts(scale),
  }));
}
