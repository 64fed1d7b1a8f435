// Packages the built application into a folder that runs as it is, for this platform. With ELECTRON_OVERRIDE_DIST_PATH
// the Electron that lies there is used, otherwise electron-builder fetches the one of package.json.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const own =
  runtime === undefined
    ? []
    : [
        `-c.electronDist=${runtime}`,
        `-c.electronVersion=${readFileSync(join(runtime, 'version'), 'utf8').trim().replace(/^v/, '')}`,
      ];
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const done = spawnSync(process.execPath, [builder, '--dir', '--publish', 'never', ...own], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
