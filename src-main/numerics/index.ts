// The numerics library as a whole: what a developer imports. Every method is described with its source, and with what
// shows that it is right, in docs/numerics.md. Inside the application modules import each other's files directly.

// Kernels and memory
export {
  type F32,
  type F64,
  type I32,
  type ArenaMark,
  type Kernels,
  createKernels,
} from './kernels/kernels.ts';

// Matrices
export { type DenseMatrix, denseMatrix, rowOf, transposed } from './linalg/dense-matrix.ts';
export { timesVector, transposeTimesVector, gramOfRows, timesTranspose } from './linalg/products.ts';

// Randomness
export { type Random, createRandom } from './random/generator.ts';

// Shrinkages and priors
export {
  type Shrinkage,
  softShrinkage,
  nonNegativeSoftShrinkage,
  hardShrinkage,
  tanhShrinkage,
  shrinkAll,
} from './sparse/shrinkage.ts';
export { type ShrinkageKind, shrinkAllInSingle } from './sparse/kernel-shrinkage.ts';
export { type SparsityPrior, gaussianPrior, laplacePrior, cauchyPrior } from './sparse/priors.ts';

// Pursuits
export { type PursuitStopping, type PursuitResult, matchingPursuit } from './sparse/matching-pursuit.ts';
export { orthogonalMatchingPursuit } from './sparse/orthogonal-matching-pursuit.ts';
export { type CoderDictionary, prepareDictionary } from './sparse/dictionary.ts';
export { type SparseCodes, createCodes } from './sparse/sparse-codes.ts';
export { type BatchOmpStopping, batchOmp } from './sparse/batch-omp.ts';
export { correlations, reconstruct, residuals } from './sparse/linear-maps.ts';
export { pursuitCodes } from './sparse/pursuit-codes.ts';
export { maskedCodes } from './sparse/masked-codes.ts';
export {
  type HardThresholdingOptions,
  iterativeHardThresholding,
} from './sparse/iterative-hard-thresholding.ts';

// The lasso
export {
  type LassoProblem,
  type LassoStopping,
  type LassoReport,
  lassoObjective,
  lassoKktResidual,
  largestPenalty,
} from './sparse/lasso-problem.ts';
export { lassoCoordinateDescent } from './sparse/lasso-coordinate-descent.ts';
export { type ProximalGradientOptions, lassoIsta, lassoFista } from './sparse/lasso-proximal-gradient.ts';
export { type LassoAdmmOptions, lassoAdmm } from './sparse/lasso-admm.ts';
export {
  type LarsOptions,
  type LarsPath,
  leastAngleRegression,
  coefficientsAt,
} from './sparse/least-angle-regression.ts';
export { homotopyCodes } from './sparse/homotopy-codes.ts';
export { type GramLassoOptions, lassoByGram } from './sparse/lasso-by-gram.ts';
export { lassoCodes } from './sparse/lasso-codes.ts';
export { type PriorStopping, codeUnderPrior } from './sparse/codes-under-prior.ts';
export {
  type IterativeLasso,
  type HardCompetition,
  type SmoothPriorCoding,
  type HardThresholding,
  type MatchingSteps,
  type IterativeStopping,
  type IterativeCoding,
  iterativeCodes,
} from './sparse/iterative-codes.ts';
export { type LcaOptions, locallyCompetitive } from './sparse/locally-competitive.ts';
export { type JointOptions, jointCodes } from './sparse/joint-codes.ts';

// Convolutional and multi-layer codes
export { type FilterBank, mapSize } from './convolutional/filter-bank.ts';
export { synthesise, correlateWithFilters, filterGradient } from './convolutional/convolution.ts';
export {
  type ConvolutionalOptions,
  type ConvolutionalReport,
  convolutionalCodes,
} from './convolutional/convolutional-codes.ts';
export {
  type FilterLearningOptions,
  type FilterLesson,
  learnFilters,
} from './convolutional/filter-learning.ts';
export { type Layer, type MultiLayerCodes, multiLayerCodes } from './convolutional/multi-layer-codes.ts';

// Dictionaries
export { type DctOptions, dctDictionary } from './dictionary/dct.ts';
export {
  type Coder,
  type LassoCoderOptions,
  type PriorCoderOptions,
  pursuitCoder,
  lassoCoder,
  priorCoder,
} from './dictionary/coder.ts';
export {
  type LearningOptions,
  type LearningProgress,
  type OnIteration,
  learnDictionary,
} from './dictionary/learn.ts';
export { type OnlineState, type LearntDictionary } from './dictionary/learnt-dictionary.ts';
export { type TeachingOptions, teachDictionary } from './dictionary/teach.ts';
export { type MaskedKsvdOptions, type MissingValueGuess, learnMaskedKsvd } from './dictionary/masked-ksvd.ts';
export { modUpdate, learnByMod } from './dictionary/method-of-optimal-directions.ts';
export {
  sparseCodingEnergy,
  type OlshausenFieldOptions,
  learnByOlshausenField,
} from './dictionary/olshausen-field.ts';
export { type LassoLearningOptions, learnByLasso } from './dictionary/lasso-learning.ts';

// Regression
export { type CentredDesign, centredDesign, interceptOf } from './regression/centred-design.ts';
export { type PenaltyGrid, penaltyGrid, type LassoPathOptions, lassoPath } from './regression/lasso-path.ts';
export {
  type CrossValidationOptions,
  type CrossValidatedLasso,
  crossValidatedLasso,
} from './regression/cross-validated-lasso.ts';
export { type LinearMap, denseMap, differenceMap } from './regression/linear-map.ts';
export {
  type GeneralisedLassoProblem,
  type GeneralisedLassoStopping,
  type GeneralisedLassoSolution,
  generalisedObjective,
  generalisedKktResidual,
} from './regression/generalised-lasso-problem.ts';
export { type GeneralisedAdmmOptions, generalisedLasso } from './regression/generalised-lasso-admm.ts';
export { type PrimalDualOptions, generalisedLassoPrimalDual } from './regression/primal-dual.ts';
export { type TrendPieces, trendFilter } from './regression/trend-filtering.ts';
export { tautString } from './regression/taut-string.ts';
export { type FusedLassoPenalties, fusedLasso, changePoints } from './regression/fused-lasso.ts';
export { type HmLassoOptions, type HmLassoSolution, hmLasso } from './regression/high-missing-rate-lasso.ts';

// Patches and images
export { type PatchGrid, patchGrid, patchCount } from './patches/patch-grid.ts';
export { type PatchRange, checkPatchRange } from './patches/patch-range.ts';
export { type ExtractedPatches, extractPatches } from './patches/extract-patches.ts';
export { type OverlapSums, overlapAdd, finishOverlapAdd } from './patches/overlap-add.ts';
export { gridPatches, averagePatches } from './restoration/image-patches.ts';
export { type DictionaryDenoisingOptions, denoiseByDictionary } from './restoration/dictionary-denoising.ts';
export {
  type MaskedImage,
  type InpaintingOptions,
  inpaintByDictionary,
  learnFromMasked,
} from './restoration/dictionary-inpainting.ts';
export {
  type TotalVariationProblem,
  totalVariation,
  totalVariationEnergy,
} from './restoration/total-variation.ts';
export {
  type ChambolleOptions,
  type ChambolleReport,
  denoiseByChambolle,
} from './restoration/total-variation-chambolle.ts';
export {
  type SplitBregmanOptions,
  restoreBySplitBregman,
} from './restoration/total-variation-split-bregman.ts';
export {
  type PartialFourier,
  unitarySpectrum,
  imageOfSpectrum,
  measureFourier,
  variableDensityMask,
} from './restoration/partial-fourier.ts';
export { type ImageSparsity } from './restoration/sparse-splitting.ts';
export { type CompressedSensingOptions, reconstructFromFourier } from './restoration/compressed-sensing.ts';

// Transforms
export {
  type WhiteningOptions,
  type WhiteningScaler,
  fitWhitening,
  whitenRows,
  unwhitenRows,
} from './transforms/whitening.ts';
export { type Wavelet, waveletTransform, inverseWaveletTransform } from './transforms/wavelet.ts';

// Experiments
export { type DeadLeavesOptions, deadLeaves } from './experiments/dead-leaves.ts';
export { headPhantom } from './experiments/phantom.ts';
export {
  type SparseRecoveryOptions,
  type RecoveredWeights,
  type SparseRecovery,
  recoverSparseWeights,
} from './experiments/sparse-recovery.ts';
export {
  type NoisySignalOptions,
  type RestoredSignal,
  filterNoisySine,
  fuseNoisySteps,
} from './experiments/noisy-signals.ts';
export {
  type ImageDictionaryOptions,
  type ImageDictionary,
  learnImageDictionary,
} from './experiments/image-dictionary.ts';
export {
  type ReceptiveFieldOptions,
  type ReceptiveFields,
  learnReceptiveFields,
} from './experiments/receptive-fields.ts';
export {
  type InpaintingComparisonOptions,
  type InpaintingComparison,
  compareInpainting,
} from './experiments/inpainting-comparison.ts';
export {
  type PhantomOptions,
  type PhantomReconstruction,
  reconstructPhantom,
} from './experiments/phantom-from-few-frequencies.ts';
export {
  type DenoisingComparisonOptions,
  type BestDenoised,
  type DenoisingComparison,
  compareTotalVariationWithBlur,
} from './experiments/total-variation-against-blur.ts';
