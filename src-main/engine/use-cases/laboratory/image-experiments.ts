import type { Plane } from '../../../../src-shared/domain/image.ts';
import { compareInpainting } from '../../../numerics/experiments/inpainting-comparison.ts';
import { reconstructPhantom } from '../../../numerics/experiments/phantom-from-few-frequencies.ts';
import { learnReceptiveFields } from '../../../numerics/experiments/receptive-fields.ts';
import { compareTotalVariationWithBlur } from '../../../numerics/experiments/total-variation-against-blur.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { Choice } from './choice.ts';
import { decibels, histogramSeries, image, patches, series } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Atoms like the receptive fields of simple cells, from whitened pictures. */
export function receptiveFields(kernels: Kernels, { seed, setting: penalty }: Choice): Outcome {
  const { atoms, energies, activity, originals, rebuilt } = learnReceptiveFields({ seed, penalty }, kernels);
  const active = activity.counts.reduce((sum, count) => sum + count, 0);
  return {
    figures: [
      { name: 'zeros', value: activity.zeros / (activity.zeros + active), unit: 'share' },
      { name: 'objective', value: energies.at(-1) ?? 0, unit: 'none' },
    ],
    charts: [
      { name: 'objective', kind: 'lines', series: [series('objective', energies, 1)] },
      {
        name: 'activity',
        kind: 'steps',
        series: [histogramSeries('activity', activity.counts, activity.range)],
      },
    ],
    pictures: [
      patches('atoms', atoms.rows, atoms.values),
      patches('patches', originals.rows, originals.values),
      patches('rebuiltPatches', rebuilt.rows, rebuilt.values),
    ],
  };
}

/** Missing pixels painted in, by DCT and by K-SVD. */
export function inpainting(kernels: Kernels, picture: Plane, { seed, setting: share }: Choice): Outcome {
  const clean = Float64Array.from(picture.data);
  const found = compareInpainting(clean, picture, { seed, shares: [share] }, kernels);
  return {
    figures: found.flatMap(({ psnr }) => [
      decibels('psnrBefore', psnr.damaged),
      decibels('psnrDct', psnr.dct),
      decibels('psnrKsvd', psnr.ksvd),
    ]),
    charts: [],
    pictures: found.flatMap(({ damaged, byDct, byKsvd, atoms }) => [
      image('original', picture, picture.data),
      image('damaged', picture, damaged),
      image('byDct', picture, byDct),
      image('byKsvd', picture, byKsvd),
      patches('atoms', atoms.rows, atoms.values),
    ]),
  };
}

/** A phantom from few of its Fourier coefficients. */
export function compressedSensing(kernels: Kernels, { seed, setting: share }: Choice): Outcome {
  const found = reconstructPhantom({ seed, share }, kernels);
  const { psnr } = found;
  return {
    figures: [
      decibels('psnrBefore', psnr.zeroFilled),
      decibels('psnrWavelets', psnr.wavelets),
      decibels('psnrTotalVariation', psnr.totalVariation),
    ],
    charts: [],
    pictures: [
      image('original', found.size, found.phantom),
      image('measured', found.size, centred(found.mask, found.size.width)),
      image('zeroFilled', found.size, found.zeroFilled),
      image('byWavelets', found.size, found.byWavelets),
      image('byTotalVariation', found.size, found.byTotalVariation),
    ],
  };
}

/** Noise taken away by total variation and by blur, each at its best. */
export function totalVariation(kernels: Kernels, picture: Plane, { seed, setting: noise }: Choice): Outcome {
  const clean = Float64Array.from(picture.data);
  const found = compareTotalVariationWithBlur(kernels, clean, picture, { seed, noise });
  return {
    figures: [
      decibels('psnrBefore', found.noisy.psnr),
      decibels('psnrBlur', found.blur.psnr),
      decibels('psnrTotalVariation', found.totalVariation.psnr),
    ],
    charts: [],
    pictures: [
      image('original', picture, clean),
      image('noisy', picture, found.noisy.image),
      image('byBlur', picture, found.blur.image),
      image('byTotalVariation', picture, found.totalVariation.image),
    ],
  };
}

/** A square of frequencies with zero in the middle, as one is used to see it. */
function centred(mask: Uint8Array, side: number): Float32Array {
  const shift = (place: number) => (place + side / 2) % side;
  return Float32Array.from(mask, (_, i) => mask[shift(Math.floor(i / side)) * side + shift(i % side)] ?? 0);
}
