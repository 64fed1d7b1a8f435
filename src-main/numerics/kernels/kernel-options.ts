/** How the kernels count, where there are any. */
export interface KernelOptions {
  /** Single precision is quicker by as many numbers as fit into a vector, and right to about six digits. @default 'double' */
  readonly precision?: 'double' | 'single';
}
