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

const taught = { taughtSince: 2, measuredOn: 3 };
const brought = { taughtSince: 1, measuredOn: null, elsewhere: true };
const ofOtherModels: typeof studies = {
  images: studies.images && { ...studies.images, ...taught },
  detection: studies.detection && { ...studies.detection, ...brought },
};

it('a report says of a study that it was measured on an earlier model, or in another project', async () => {
  const document = { ...(await reportDocument(small)), studies: ofOtherModels };
  const page = textOf(await renderReport(document, 'html'));
  expect(page).toContain('Measured on model 3, before 2 parts were taught.');
  expect(page).toContain(
    'Measured on an earlier model, before 1 part was taught. Measured in another project, on 2 January 2030.',
  );
  const own = textOf(await renderReport({ ...document, studies }, 'html'));
  expect(own).not.toContain('Measured on');
  expect(own).not.toContain('Measured in');

  const inJapanese = textOf(await renderReport({ ...document, language: 'ja' }, 'html'));
  expect(inJapanese).toContain('部品2個を良品として追加学習する前に、モデル3で測定した結果です。');
  expect(inJapanese).toContain('2030年1月2日に別のプロジェクトで測定した結果です。');
});

it('a workbook says it beside each size, and JSON as it is', async () => {
  const document = { ...(await reportDocument(small)), studies: ofOtherModels };
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await renderReport(document, 'xlsx')) as never);
  const sheet = workbook.getWorksheet('Detection');
  const last = sheet?.columnCount ?? 0;
  expect(sheet?.getCell(1, last).value).toBe('Where it was measured');
  expect(sheet?.getCell(9, last).value).toMatch(/^Measured on an earlier model, before 1 part was taught/);
  const json = JSON.parse(textOf(await renderReport(document, 'json'))) as object;
  expect(json).toMatchObject({ studies: { images: taught, detection: brought } });
});

it.each(reportFormats)('a report as %s can do without studies', async (format) => {
  const none = { ...(await reportDocument(small)), studies: { images: null, detection: null } };
  const bytes = await renderReport(none, format);
  expect(textOf(bytes)).not.toContain('MIL-HDBK');
});
