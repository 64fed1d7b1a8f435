import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderReport } from '../../../src-main/reports/render-report.ts';
import { reportFormats } from '../../../src-shared/domain/report.ts';
import type { ReportDocument } from '../../../src-shared/domain/report.ts';
import { difficultNames, reportDocument } from './fixtures/report-document.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const binaryOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Pages of a PDF: its page tree says how many. */
const pagesOf = (pdf: Uint8Array): number =>
  Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(binaryOf(pdf))?.[1]);

const difficult = (): Promise<ReportDocument> =>
  reportDocument({
    names: difficultNames,
    labels: true,
    sizes: [
      [320, 240],
      [500, 1300],
      [4000, 300],
    ],
  });

afterEach(() => {
  vi.useRealTimers();
});

describe('a report', () => {
  it.each(reportFormats)('as %s has the same bytes whenever it is written', async (format) => {
    const document = await reportDocument({ sizes: [[160, 120]], parts: 12 });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01T00:00:00Z') });
    const first = await renderReport(document, format);
    vi.setSystemTime(new Date('2031-05-05T05:05:05Z'));
    expect(Buffer.compare(await renderReport(document, format), first)).toBe(0);
  });

  it.each(reportFormats)(
    'as %s can be written without details, unreadable files or even parts',
    async (format) => {
      const document = await reportDocument({ parts: 0, rejected: 0, reviewed: 0, unreadable: 0 });
      expect((await renderReport(document, format)).length).toBeGreaterThan(100);
    },
  );
});

describe('a report as HTML', () => {
  it('runs nothing, fetches nothing and shows hostile names as text', async () => {
    const page = textOf(await renderReport(await difficult(), 'html'));
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;.png');
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map((match) => match[1]!);
    expect(addresses.filter((address) => !/^(?:data:image\/|#part-\d+$)/.test(address))).toEqual([]);
    expect(page).not.toMatch(/url\(|@import/);
  });

  it('states its language, describes each picture and scopes each head of a table', async () => {
    const page = textOf(
      await renderReport(await reportDocument({ language: 'ja', sizes: [[160, 120]] }), 'html'),
    );
    expect(page).toContain('<html lang="ja">');
    const pictures = [...page.matchAll(/<img\s[^>]*>/g)].map((match) => match[0]);
    expect(pictures).toHaveLength(9 * 3);
    for (const picture of pictures) expect(picture).toMatch(/\salt="[^"]+"/);
    expect(page.match(/<th>|<th\s+(?!scope)/g)).toBeNull();
  });

  it('links only to parts that it contains', async () => {
    const page = textOf(
      await renderReport(await reportDocument({ details: 4, sizes: [[160, 120]] }), 'html'),
    );
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${target!}"`);
    expect(page.match(/href="#part-/g)).toHaveLength(4);
  });
});

describe('a report as PDF', () => {
  it('has one page for each rejected or reviewed part of any shape', async () => {
    const [without, withDetails] = await Promise.all([
      reportDocument({ details: 0 }),
      reportDocument({ sizes: [[320, 240], [500, 1300], [4000, 300]] }), // prettier-ignore
    ]);
    const [few, many] = await Promise.all([renderReport(without, 'pdf'), renderReport(withDetails, 'pdf')]);
    expect(pagesOf(many) - pagesOf(few)).toBeGreaterThanOrEqual(9);
    expect(pagesOf(many) - pagesOf(few)).toBeLessThanOrEqual(10);
  });

  it('embeds its fonts, is tagged, and says who made it when', async () => {
    const pdf = binaryOf(await renderReport(await reportDocument({ details: 0 }), 'pdf'));
    expect(pdf.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toContain('(D:20261120093000Z)');
    expect(pdf).toContain('/Lang (en)');
  });

  it('takes 2,000 parts', async () => {
    const pdf = await renderReport(await reportDocument({ parts: 2000, details: 0 }), 'pdf');
    expect(pagesOf(pdf)).toBeGreaterThan(40);
  }, 60_000);
});

describe('a report as CSV', () => {
  it('has a byte order mark, a header, and one row for each file', async () => {
    const csv = textOf(await renderReport(await difficult(), 'csv'));
    expect(csv.startsWith('\uFEFFpart,path,sha256,decision,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 40 + 2);
    expect(csv).toContain(`"'=HYPERLINK(""http://example.com"",""click"").png"`);
  });
});

describe('a report as workbook', () => {
  it('opens with its four sheets, a frozen head, filters, numbers as numbers and names as text', async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await renderReport(await difficult(), 'xlsx');
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Parts',
      'Regions',
      'Unreadable',
    ]);
    const parts = workbook.getWorksheet('Parts')!;
    expect(parts.rowCount).toBe(41);
    expect(parts.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(parts.autoFilter).toBeTruthy();
    expect(parts.getCell('C2').type).toBe(ExcelJS.ValueType.Number);
    expect(parts.getCell('C2').numFmt).toBe('0.00');
    expect(parts.getCell('A8').value).toBe(difficultNames[6]);
    // A reason takes as many lines as it needs.
    expect(parts.getCell('I2').alignment).toMatchObject({ wrapText: true, vertical: 'top' });
    expect(workbook.getWorksheet('Regions')!.rowCount).toBe(1 + 6 * 2 + 3);
    expect(workbook.created.toISOString()).toBe('2026-11-20T09:30:00.000Z');
  });

  it('holds an infinite PSNR as a sign', async () => {
    const document = await reportDocument({ parts: 1, rejected: 0, reviewed: 0 });
    document.parts[0]!.psnr = Infinity;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(await renderReport(document, 'xlsx')) as unknown as ExcelJS.Buffer);
    expect(workbook.getWorksheet('Parts')!.getCell('D2').value).toBe('∞');
  });
});

describe('a report as JSON', () => {
  it('states its schema and holds the document without its pictures', async () => {
    const document = await reportDocument({ sizes: [[160, 120]] });
    const json = JSON.parse(textOf(await renderReport(document, 'json'))) as typeof document & {
      schema: string;
    };
    expect(json.schema).toBe('sparsight-report/1');
    expect(json.parts).toEqual(document.parts);
    expect(json.details[0]).not.toHaveProperty('image');
    expect(json.details[0]!.regions).toEqual(document.details[0]!.regions);
    expect(json.logo).toBeNull();
  });

  it('holds the logo, which is nowhere else', async () => {
    const document = await reportDocument({ sizes: [[160, 120]] });
    const [detail] = document.details;
    const logo = { png: detail!.image, width: 160, height: 120 };
    const { logo: held } = JSON.parse(textOf(await renderReport({ ...document, logo }, 'json'))) as {
      logo: { url: string; width: number; height: number };
    };
    expect(held).toMatchObject({ width: 160, height: 120 });
    expect(Buffer.from(held.url.replace('data:image/png;base64,', ''), 'base64')).toEqual(
      Buffer.from(logo.png),
    );
  });
});
