#!/usr/bin/env node
import { run } from '../scripts/run.mjs';

run(['sparsight', ...process.argv.slice(2)]);
