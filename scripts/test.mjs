// Everything that decides whether the project is sound: formatting, lint with the import rules, types, unused code,
// and all tests. The last line counts checks and tests together.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const results = join(root, '.cache', 'test-results.json');

const checks = [
  ['formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']],
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['types of the window', 'typescript/bin/tsc', ['--noEmit', '-p', 'tests/unit/renderer']],
  ['types of the end-to-end tests', 'typescript/bin/tsc', ['--noEmit', '-p', 'tests/e2e']],
  ['types of the measurements', 'typescript/bin/tsc', ['--noEmit', '-p', 'tests/bench']],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
];

function node(script, args) {
  return (
    spawnSync(process.execPath, [join(modules, script), ...args], { cwd: root, stdio: 'inherit' }).status ===
    0
  );
}

let passed = 0;
let failed = 0;
let skipped = 0;
const filters = process.argv.slice(2);
if (filters.length === 0) {
  for (const [name, script, args] of checks) {
    const good = node(script, args);
    process.stdout.write(`${good ? 'ok' : 'FAILED'}: ${name}\n`);
    if (good) passed++;
    else failed++;
  }
}

mkdirSync(join(root, '.cache'), { recursive: true });
const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...filters];
const green = node('vitest/vitest.mjs', vitest);
try {
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  if (!green && counts.numFailedTests === 0) failed++;
} catch {
  failed++;
}
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
