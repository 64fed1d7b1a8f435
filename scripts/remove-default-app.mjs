// Called by electron-builder once a package is laid out. A runtime that was given as a folder is copied as it is, with
// the application that Electron shows when it is started alone, which a finished program has no business to hold.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

export default async function removeDefaultApp({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
}
