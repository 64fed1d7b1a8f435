import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportFormats } from '../../../src-shared/domain/report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';
import { writeCycle, writeTable } from '../engine/signals/files.ts';

const client = testEngine();
const folder = temporaryFolder();
const good = join(folder, 'good');
const inspected = join(folder, 'inspected');
for (let i = 1; i <= 12; i++) writeCycle(good, `good-${i}`);
writeCycle(inspected, '<i>stripped', 'stripped');
writeCycle(inspected, 'fine');
writeTable(inspected, 'prose', 'No numbers.\n');
// Good files that cannot be learnt from were not to be inspected: a report does not count them.
writeTable(good, 'notes', 'No numbers.\n');

const write = async (format: (typeof reportFormats)[number], language: 'en' | 'ja' = 'en') => {
  const out = join(folder, `report-${language}.${format}`);
  const fields = { customer: 'Example', partNumber: 'M6' };
  const input = { good: [good], inspected: [inspected], column: 'Torque', format, language, fields };
  const outcome = await client.signals.report({ ...input, out });
  expect(outcome).toMatchObject({ out, format, parts: 2, details: 1 });
  expect(outcome.inspection.counts).toMatchObject({ pass: 1, reject: 1, unreadable: 1 });
  const bytes = readFileSync(out);
  expect(bytes).toHaveLength(outcome.bytes);
  return bytes;
};

it.each(['en', 'ja'] as const)('a report on signals is written as HTML in %s', async (language) => {
  const page = (await write('html', language)).toString();
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain({ en: 'Signal inspection report', ja: '波形検査報告書' }[language]);
  expect(page).toContain('&lt;i&gt;stripped.csv');
  expect(page).toContain('Torque [Nm]');
  expect(page).not.toMatch(/<script|<i>stripped/i);
  expect(page.match(/<svg[^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(2);
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${target ?? ''}"`);
});

it('says in Japanese why a file could not be inspected', async () => {
  const page = (await write('html', 'ja')).toString();
  expect(page).toContain('prose.csvに数値の列がありません。');
  const own = page
    .replaceAll(folder, '')
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ');
  expect(own.match(/[a-z]+ [a-z]+ [a-z]+[^<]*/g)).toBeNull();
});

it.each(['en', 'ja'] as const)('as PDF in %s', async (language) => {
  const pdf = (await write('pdf', language)).toString('latin1');
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  expect(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThanOrEqual(3);
});

it('as CSV with a row for each file', async () => {
  const lines = (await write('csv')).toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\uFEFFpart,path,sha256,decision,score,samples/);
  expect(lines[1]).toMatch(/^<i>stripped\.csv,.*,reject,/);
  expect(lines[3]).toMatch(/^prose\.csv,.*,unreadable,/);
});

it('as a workbook with signals, places and unreadable files', async () => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await write('xlsx');
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount > 1])).toEqual([
    ['Summary', true],
    ['All signals', true],
    ['Places', true],
    ['Unreadable', true],
  ]);
  expect(workbook.getWorksheet('All signals')?.getRow(2).getCell(2).value).toBe('Reject');
});

it('as JSON with what programs need, without the curves', async () => {
  const document = JSON.parse((await write('json')).toString()) as {
    schema: string;
    parts: { decision: string; marks: unknown[] }[];
    details: object[];
  };
  expect(document.schema).toBe('sparsight-signal-report/1');
  expect(document.parts.map(({ decision }) => decision)).toEqual(['reject', 'pass']);
  expect(document.parts[0]?.marks.length).toBeGreaterThan(0);
  expect(Object.keys(document.details[0] ?? {})).toEqual(['path']);
});

it('is not written where it cannot be, and says why', async () => {
  const input = { good: [good], inspected: [inspected], column: 'Torque', format: 'csv' as const };
  await expect(
    client.signals.report({ ...input, out: join(folder, 'nowhere', 'report.csv') }),
  ).rejects.toMatchObject({ data: { code: 'input.missing' } });
});

it('names the open project, as reports on images do', async () => {
  const name = 'Screws of line 3';
  expect((await write('html')).toString()).not.toContain(name);
  await client.project.open({ path: join(folder, `${name}.sparsight`), mode: 'create' });
  const page = (await write('html')).toString();
  expect(page).toMatch(new RegExp(`<dt>Project</dt>\\s*<dd>${name}</dd>`));
  const { project } = JSON.parse((await write('json')).toString()) as { project: object };
  expect(project).toEqual({ name, path: join(folder, `${name}.sparsight`) });
  await client.project.close();
});
