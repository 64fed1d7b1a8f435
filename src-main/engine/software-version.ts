import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Next to the sources, or one further up when built into dist/. */
function ownManifest(): { version: string } {
  const fromSource = import.meta.url.endsWith('.ts');
  return require(fromSource ? '../../package.json' : '../../../package.json') as { version: string };
}

export const softwareVersion = ownManifest().version;
