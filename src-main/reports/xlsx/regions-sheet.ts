import type { Worksheet } from 'exceljs';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { fillTable } from './sheet-table.ts';

interface RegionRow {
  part: string;
  region: DefectRegion;
  reason: string | null;
}

/** One row for each region of each rejected or reviewed part. */
export function fillRegions(sheet: Worksheet, { document, texts }: SectionSource): void {
  const { regions: words, workbook } = texts;
  const rows = document.details.flatMap((part) => {
    return part.regions.map((region, i): RegionRow => {
      return { part: part.name, region, reason: part.regionReasons[i] ?? null };
    });
  });
  const whole = (
    title: string,
    width: number,
    value: (row: RegionRow) => number,
  ): {
    title: string;
    width: number;
    format: string;
    value: (row: RegionRow) => number;
  } => ({ title, width, format: '0', value });
  fillTable<RegionRow>(
    sheet,
    [
      { title: texts.parts.name, width: 34, wrapped: true, value: (row) => row.part },
      whole(words.rank, 8, ({ region }) => region.rank),
      whole(workbook.left, 10, ({ region }) => region.box.x),
      whole(workbook.top, 10, ({ region }) => region.box.y),
      whole(workbook.width, 11, ({ region }) => region.box.width),
      whole(workbook.height, 11, ({ region }) => region.box.height),
      whole(words.area, 11, ({ region }) => region.area),
      { title: words.peak, width: 10, format: '0.00', value: ({ region }) => region.peak.value },
      { title: workbook.mean, width: 10, format: '0.00', value: ({ region }) => region.mean },
      { title: words.reason, width: 70, wrapped: true, value: (row) => row.reason },
    ],
    rows,
  );
}
