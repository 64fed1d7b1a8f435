import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const require = createRequire(import.meta.url);

/**
 * On Linux, Electron brings the GTK family's libraries into the process, and the native build of sharp binds to them
 * instead of to its own: it leaks and in newer versions crashes. There the WebAssembly build does the work.
 */
export const usesPortableBuild = process.platform === 'linux' && 'electron' in process.versions;

/** Makes sharp, which is loaded next, find the WebAssembly build where it looks for the native one. */
export function preferPortableBuild(): void {
  const native = `@img/sharp-linux-${process.arch}/sharp.node`;
  const portable = '@img/sharp-wasm32/sharp.node';
  require(portable);
  try {
    require.cache[require.resolve(native)] = require.cache[require.resolve(portable)];
  } catch {
    // The native build is not there, as in packages for Linux: sharp turns to the portable one by itself.
  }
}

/** Pictures between two collections of garbage. */
const collectAfter = 32;

/**
 * The memory of pictures in WebAssembly is given back when their JavaScript objects are collected; these are so small
 * that V8 sees no reason to.
 *
 * @returns to be called once for each picture
 */
export function createCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let pictures = 0;
  return () => {
    if (++pictures % collectAfter === 0) setImmediate(collect);
  };
}
