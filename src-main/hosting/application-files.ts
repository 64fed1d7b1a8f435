import { join } from 'node:path';
import { userDataFolder } from './user-data-folder.ts';

/** What the application keeps for itself, outside any project. */
export interface ApplicationFiles {
  readonly settingsFile: string;
  readonly cacheFolder: string;
  readonly logFile: string;
}

/** @param folder @default where this platform keeps what an application remembers */
export function applicationFiles(folder: string = userDataFolder()): ApplicationFiles {
  return {
    settingsFile: join(folder, 'settings.json'),
    // Not "cache": Chromium keeps its own there, and on most disks of Windows and macOS case does not matter.
    cacheFolder: join(folder, 'pictures'),
    logFile: join(folder, 'logs', 'sparsight.log'),
  };
}
