// What the module offers, in the groups of ../functions.

/** First byte that the module does not use itself: the host's arena starts there. */
export function heapBase(): usize {
  return __heap_base;
}

export { correlate, packPanels } from './correlate';
export { productsOfRows } from './products';
export { batchOmp, batchOmpScratch } from './batch-omp';
export { reconstruct, residuals } from './reconstruct';
export { designPursuit, designPursuitScratch } from './design-pursuit';
export { convolutionalCodes, convolutionalCodesScratch } from './convolutional-codes';
export { homotopyCodes, homotopyScratch } from './homotopy';
export { invertGram } from './invert-gram';
export { iterativeCodes, iterativeCodesScratch } from './iterative-codes';
export { maskedPursuit32, maskedPursuit64, maskedPursuitScratch } from './masked-pursuit';
export { jointSweep32, jointSweep64, jointSweepScratch } from './joint-sweep';
export { lassoDescent, lassoDescentScratch } from './lasso-descent';
export { lassoSteps, lassoStepsScratch } from './lasso-steps';
export { leastAngleBegin, leastAngleScratch, leastAngleStep } from './least-angle';
export { orthonormalise } from './orthonormalise';
export { shrinkAll } from './shrinkages';

export {
  addCodeProducts,
  exchangeAtom,
  onlineAtomStep,
  residualEnergies,
  restrictedErrorGram,
  scale,
  weightedResidualSum,
} from './dictionary';
export { addCodeRows, codeProductsScratch, codeResiduals } from './code-products';
export { addFilterGradient, addMapCorrelations } from './convolution';
export { updateMaskedAtoms32, updateMaskedAtoms64 } from './masked-atoms';

export { extractPatches } from './extract-patches';
export { finishOverlapAdd, overlapAdd } from './overlap-add';
export { blur } from './blur';
export { ssimMap } from './ssim';
export { downsampleByTwo, interpolateGrid } from './resample';
export { chambolleGap32, chambolleGap64, chambolleSteps32, chambolleSteps64 } from './chambolle';
export { splitBregmanStep32, splitBregmanStep64 } from './split-bregman';
export { filterByFourier, planeOfHalfSpectrum } from './fourier-filter';
export { addGradientAdjoint, shrinkPeriodicGradient } from './periodic-gradient';
export { shrinkDetails } from './wavelet-details';
export { waveletBackward32, waveletBackward64, waveletForward32, waveletForward64 } from './wavelet';

export { admmSteps32, admmSteps64 } from './generalised-admm';
export { differenceSteps } from './difference-admm';
export { primalDualSteps32, primalDualSteps64 } from './generalised-primal-dual';
export { lassoByGram32, lassoByGramScratch } from './lasso-by-gram';
export { nearestCovariance32, nearestCovariance64, nearestCovarianceScratch } from './nearest-covariance';
export { tautString32, tautString64, tautStringScratch } from './taut-string';

export { absorbRows } from './scatter';
export { rowsToDouble, rowsToSingle } from './single-rows';
export { addScaled } from './vectors';

export { nearestInBank, nearestReferences } from './nearest';
export { rebuildAtPlace } from './rebuild-at-place';
