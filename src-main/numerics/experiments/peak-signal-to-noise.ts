/** PSNR in decibels of an image against a clean one, both with intensities in [0, 1]; Infinity when they are equal. */
export function peakSignalToNoise(image: ArrayLike<number>, clean: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < clean.length; i++) sum += (image[i]! - clean[i]!) ** 2;
  return -10 * Math.log10(sum / clean.length);
}
