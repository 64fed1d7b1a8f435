import { dictionaryMethods, experimentNames } from '../../../../src-shared/contract/laboratory.ts';
import type {
  Experiment,
  ExperimentName,
  ExperimentSetting,
} from '../../../../src-shared/contract/laboratory.ts';
import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import { pictureSides } from './picture-sides.ts';

const settings: Record<ExperimentName, ExperimentSetting> = {
  'sparse-recovery': { quantity: 'penaltyShare', least: 0.001, most: 0.5, step: null, standard: 0.005 },
  'trend-filtering': { quantity: 'penalty', least: 0.1, most: 10_000, step: null, standard: 15 },
  'fused-lasso': { quantity: 'penalty', least: 0.05, most: 50, step: null, standard: 2 },
  'image-dictionary': { quantity: 'penalty', least: 0.01, most: 1, step: null, standard: 0.05 },
  'receptive-fields': { quantity: 'penalty', least: 0.3, most: 1.6, step: 0.1, standard: 0.8 },
  inpainting: { quantity: 'missing', least: 0.25, most: 0.75, step: 0.05, standard: 0.5 },
  'compressed-sensing': { quantity: 'measured', least: 0.1, most: 0.5, step: 0.05, standard: 0.25 },
  'total-variation': { quantity: 'noise', least: 0.02, most: 0.3, step: 0.02, standard: 0.1 },
};

export function listExperiments(): Experiment[] {
  return experimentNames.map((name) => ({
    name,
    setting: settings[name],
    takesImage: pictureSides[name] !== undefined,
    methods: name === 'image-dictionary' ? [...dictionaryMethods] : [],
  }));
}

/** @throws SparsightError 'usage.invalid' when the experiment does not go so far */
export function settingFor(name: ExperimentName, asked: number | undefined): number {
  const { least, most, standard } = settings[name];
  const setting = asked ?? standard;
  if (setting >= least && setting <= most) return setting;
  throw reasonedError('usage.invalid', 'experiment.setting', { setting, experiment: name, least, most });
}
