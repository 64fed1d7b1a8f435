import { createRequire } from 'node:module';
import type * as Drizzle from 'drizzle-orm';
import type * as OnBetterSqlite from 'drizzle-orm/better-sqlite3';
import type * as SqliteCore from 'drizzle-orm/sqlite-core';

// As CommonJS, since Node looks into the library's package.json for every one of its hundred ES modules, and that file
// is so large that every start of the program took a second longer.
const require = createRequire(import.meta.url);

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  sql,
} = require('drizzle-orm') as typeof Drizzle;
export const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof OnBetterSqlite;
export const sqliteCore = require('drizzle-orm/sqlite-core') as typeof SqliteCore;
