import type { PicturesBlock, ReportPicture } from '../../sections/section-model.ts';
import { colours } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

const gap = 14;
const titleHeight = 15;
const legendHeight = 56;
const spaceAfter = 10;
const legendWidth = 240;
/** Below this a picture no longer shows a defect; rather let what follows go to the next page. */
const lowest = 110;

/** Columns and the highest picture for an aspect ratio: flat parts lie below each other, slender ones side by side. */
function layoutFor(aspect: number): { columns: number; highest: number } {
  if (aspect > 2.2) return { columns: 1, highest: 150 };
  if (aspect < 0.75) return { columns: 3, highest: 380 };
  return { columns: 2, highest: 215 };
}

/**
 * @param reserved Points to leave for what follows on the page: the pictures shrink somewhat so that a part, its
 *   regions and its facts fit on one page.
 */
export function drawPictures(flow: PageFlow, { pictures, legend }: PicturesBlock, reserved: number): void {
  const first = pictures[0];
  if (first === undefined) return;
  const { columns, highest } = layoutFor(first.width / first.height);
  const width = (page.contentWidth - gap * (columns - 1)) / columns;
  const rows = Math.ceil(pictures.length / columns);
  const legendRow = pictures.length % columns === 0 ? legendHeight : 0;
  const fitting = (flow.room - reserved - legendRow) / rows - titleHeight - spaceAfter;
  const height = fitting >= lowest ? Math.min(highest, fitting) : highest;
  const scale = Math.min(width / first.width, height / first.height);
  const rowHeight = titleHeight + first.height * scale;

  pictures.forEach((picture, i) => {
    const column = i % columns;
    if (column === 0) flow.keepTogether(rowHeight);
    drawPicture(flow, picture, page.left + column * (width + gap), scale, width);
    if (column === columns - 1) flow.y += rowHeight + spaceAfter;
  });
  if (legendRow > 0) {
    flow.keepTogether(legendHeight);
    drawLegend(flow, legend, page.left, legendWidth);
    flow.y += legendHeight;
  } else {
    // The picture before it has kept this row together.
    const x = page.left + (pictures.length % columns) * (width + gap);
    drawLegend(flow, legend, x, Math.min(width, legendWidth));
    flow.y += Math.max(rowHeight, legendHeight) + spaceAfter;
  }
}

function drawPicture(flow: PageFlow, picture: ReportPicture, x: number, scale: number, column: number): void {
  const top = flow.y;
  const width = picture.width * scale;
  const height = picture.height * scale;
  flow.leaf('P', () => {
    flow.write([picture.title], x, top, typeStyles.smallHeading);
    const noteX = x + flow.widthOf(picture.title, typeStyles.smallHeading) + 6;
    if (noteX - x + flow.widthOf(picture.note, typeStyles.caption) <= column) {
      flow.write([picture.note], noteX, top + 0.5, typeStyles.caption);
    }
  });
  flow.leaf(
    'Figure',
    () => {
      flow.pdf.image(Buffer.from(picture.bytes), x, top + titleHeight, { width, height });
    },
    { alt: picture.description },
  );
  flow.decoration(() => {
    flow.pdf
      .rect(x, top + titleHeight, width, height)
      .lineWidth(0.5)
      .stroke(colours.line);
  });
}

function drawLegend(flow: PageFlow, legend: PicturesBlock['legend'], x: number, width: number): void {
  const { pdf } = flow;
  const top = flow.y;
  const barTop = top + titleHeight;
  const barHeight = 10;
  flow.leaf('P', () => {
    flow.write([legend.title], x, top, typeStyles.smallHeading);
  });
  flow.decoration(() => {
    const gradient = pdf.linearGradient(x, 0, x + width, 0);
    const last = Math.max(1, legend.colours.length - 1);
    legend.colours.forEach((colour, i) => gradient.stop(i / last, colour));
    pdf.rect(x, barTop, width, barHeight).fill(gradient);
    pdf.rect(x, barTop, width, barHeight).lineWidth(0.5).stroke(colours.quiet);
  });
  flow.leaf('P', () => {
    for (const { position, label } of legend.ticks) {
      const tickX = x + position * width;
      pdf
        .moveTo(tickX, barTop + barHeight)
        .lineTo(tickX, barTop + barHeight + 3)
        .lineWidth(0.5)
        .stroke(colours.quiet);
      flow.write([label], tickX, barTop + barHeight + 3, typeStyles.chart, 'centre');
    }
    flow.write(
      flow.wrap(legend.hint, typeStyles.caption, width),
      x,
      barTop + barHeight + 14,
      typeStyles.caption,
    );
  });
}
