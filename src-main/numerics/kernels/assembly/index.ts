export { correlate, packPanels } from './correlate';
export { batchOmp, batchOmpScratch } from './batch-omp';
export { reconstruct } from './reconstruct';

/** First byte that the module does not use itself: the host's arena starts there. */
export function heapBase(): usize {
  return __heap_base;
}
