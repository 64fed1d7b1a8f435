import { ownManifest } from './host/package-root.ts';

export const softwareVersion = ownManifest.version;
