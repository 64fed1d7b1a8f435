import { toInlineArray } from '../../../src-shared/contract/inline-array.ts';
import type { Client } from '../../../src-shared/contract/client.ts';
import type {
  DictionaryMethod,
  Experiment,
  ExperimentName,
  ExperimentResult,
  LaboratoryFigure,
} from '../../../src-shared/contract/laboratory.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { CommandResult, Session } from '../session.ts';

export interface ExperimentOptions {
  /** All are listed when left out. */
  name: ExperimentName | undefined;
  seed: number;
  setting?: number;
  /** An image file to run it on. */
  image?: string;
  method?: DictionaryMethod;
  /** Whose model's dictionary is taken. */
  project?: string;
  /** The one in use when left out. */
  model?: number;
}

/** A classical experiment of sparse modelling, or the list of them. */
export async function experiment(
  { client, interrupted }: Session,
  { name, seed, setting, image, method, project, model }: ExperimentOptions,
): Promise<CommandResult> {
  if (name === undefined) {
    const experiments = await client.laboratory.experiments();
    return { document: { experiments }, text: describeExperiments(experiments) };
  }
  const modelId = project === undefined ? undefined : await openModel(client, project, model);
  const result = await client.laboratory.run(
    { name, seed, setting, imagePath: image, method, modelId },
    { signal: interrupted },
  );
  const pictures = await Promise.all(
    result.pictures.map(async ({ array: { shape, bytes }, ...picture }) => ({
      ...picture,
      array: toInlineArray(shape, new Float32Array(await bytes.arrayBuffer())),
    })),
  );
  return { document: { ...result, pictures }, text: describeResult(result) };
}

async function openModel(client: Client, path: string, asked: number | undefined): Promise<number> {
  const { name, models } = await client.project.open({ path, mode: 'read' });
  const modelId = asked ?? models.find(({ inUse }) => inUse)?.id;
  if (modelId !== undefined) return modelId;
  throw new SparsightError({
    code: 'model.missing',
    message: `The project ${name} has no model to take a dictionary from.`,
    next: 'Learn one with "sparsight train", or leave --project out.',
    path,
  });
}

const summaries: Record<ExperimentName, string> = {
  'sparse-recovery': '1,000 features of which 20 matter, from 100 samples: which are found',
  'trend-filtering': 'straight pieces that follow a noisy sine',
  'fused-lasso': 'where noisy steps are, and how high',
  'image-dictionary': 'a dictionary of 8 x 8 atoms from a picture, and the picture rebuilt from it',
  'receptive-fields': 'atoms like the receptive fields of simple cells, from whitened pictures',
  inpainting: 'missing pixels painted in: DCT against K-SVD',
  'compressed-sensing': 'a phantom from few of its Fourier coefficients',
  'total-variation': 'noise taken away by total variation and by Gaussian blur',
};

const quantities: Record<Experiment['setting']['quantity'], string> = {
  penalty: 'penalty',
  penaltyShare: 'penalty as a share of the largest that matters',
  missing: 'share of the pixels that are missing',
  measured: 'share of the coefficients that are measured',
  noise: 'standard deviation of the noise',
};

const figureNames: Record<LaboratoryFigure['name'], string> = {
  lassoCorrect: 'found by lasso',
  ompCorrect: 'found by OMP',
  errorBefore: 'error of the noisy signal',
  errorAfter: 'error of what was found',
  knots: 'bends',
  changes: 'changes found',
  trueChanges: 'changes there are',
  psnr: 'PSNR',
  ssim: 'SSIM',
  psnrBefore: 'PSNR before',
  psnrDct: 'PSNR by DCT',
  psnrKsvd: 'PSNR by K-SVD',
  psnrTotalVariation: 'PSNR by total variation',
  psnrWavelets: 'PSNR by wavelets',
  psnrBlur: 'PSNR by blur',
  atomsPerPatch: 'atoms for each patch',
  zeros: 'coefficients that are 0',
  objective: 'objective at the end',
};

/** The list, for a person. */
export function describeExperiments(experiments: readonly Experiment[]): string {
  return experiments
    .flatMap(({ name, methods, takesImage, setting: { quantity, least, most, standard } }) => [
      `${name.padEnd(20)}${summaries[name]}`,
      `${''.padEnd(20)}--setting: ${quantities[quantity]}, ${least} to ${most} (${standard})`,
      ...(methods.length === 0 ? [] : [`${''.padEnd(20)}--method: ${methods.join(', ')}; or --project`]),
      ...(takesImage ? [`${''.padEnd(20)}--image: a file of your own`] : []),
    ])
    .join('\n');
}

function describeResult({ name, seed, setting, seconds, figures }: ExperimentResult): string {
  return [
    `${name}: ${summaries[name]}`,
    `Seed ${seed}, setting ${setting}, ${seconds.toFixed(1)} s.`,
    ...figures.map((figure) => `  ${figureNames[figure.name].padEnd(28)}${written(figure)}`),
  ].join('\n');
}

function written({ value, unit, of }: LaboratoryFigure): string {
  switch (unit) {
    case 'count':
      return of === undefined ? `${value}` : `${value} of ${of}`;
    case 'decibel':
      return `${value.toFixed(1)} dB`;
    case 'share':
      return `${(100 * value).toFixed(1)} %`;
    case 'none':
      return value.toFixed(3);
  }
}
