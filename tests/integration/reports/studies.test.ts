import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { renderReport } from '../../../src-main/reports/render-report.ts';
import { reportFormats } from '../../../src-shared/domain/report.ts';
import { reportDocument } from './fixtures/report-document.ts';
import { studies } from './fixtures/studies.ts';

const small = { parts: 4, rejected: 1, reviewed: 0, sizes: [[160, 120]] as [number, number][] };
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it('a report says what the model can see, with curves and sizes, and whether its images are enough', async () => {
  const document = { ...(await reportDocument(small)), studies };
  const page = textOf(await renderReport(document, 'html'));
  expect(page).toContain('12 more would help');
  expect(page).toContain('MIL-HDBK-1823A');
  expect(page.match(/Scratch \(length\), faint/g)).toHaveLength(1);
  const pit = studies.detection?.pods.find(({ kind, contrast }) => kind === 'pit' && contrast === 'clear');
  expect(page).toContain(
    `${((pit?.a90At95 ?? 0) * 0.05).toFixed(2)} mm (${(pit?.a90At95 ?? 0).toFixed(1)} px)`,
  );
  expect(page).toContain('none was found');
  expect(page).toMatch(/<svg viewBox="0 0 510 \d+" role="img" aria-label="Curves of the probability/);
});

it('a report in Japanese says it in Japanese', async () => {
  const document = { ...(await reportDocument({ ...small, language: 'ja' })), studies };
  const page = textOf(await renderReport(document, 'html'));
  expect(page).toContain('あと12枚ほど加えると効果があります');
  expect(page).toContain('きず（長さ）、薄い');
  expect(page).not.toContain('Scratch');
});

it('a workbook holds the sizes as numbers, and JSON everything that was tried', async () => {
  const document = { ...(await reportDocument(small)), studies };
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await renderReport(document, 'xlsx')) as never);
  const sheet = workbook.getWorksheet('Detection');
  expect(sheet?.rowCount).toBe(9);
  expect(sheet?.getCell('A2').value).toBe('Scratch (length), faint');
  expect(sheet?.getCell('C2').value).toBeCloseTo(studies.detection?.pods[0]?.a50 ?? 0);
  const json = JSON.parse(textOf(await renderReport(document, 'json'))) as { studies: unknown };
  expect(json.studies).toEqual(JSON.parse(JSON.stringify(studies)));
});

it.each(reportFormats)('a report as %s can do without studies', async (format) => {
  const none = { ...(await reportDocument(small)), studies: { images: null, detection: null } };
  const bytes = await renderReport(none, format);
  expect(textOf(bytes)).not.toContain('MIL-HDBK');
});
