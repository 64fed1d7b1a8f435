import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this platform keeps what an application remembers about its user. */
export function userDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Sparsight');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Sparsight');
    default:
      return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'Sparsight');
  }
}
