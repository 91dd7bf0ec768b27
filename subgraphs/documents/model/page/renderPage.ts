import sharp from 'sharp';
import { type Box, drawText } from './fonts.ts';
import type { Page, Shape, TextBlock, TrueLine } from './page.ts';

export interface RenderedPage {
  readonly png: Buffer;
  /** From the top down; blocks side by side are one line. */
  readonly lines: readonly TrueLine[];
}

/** Draws a page: the same page gives the same bytes, as its glyphs are paths and no font of the system has a part. */
export async function renderPage(page: Page, { grey = false } = {}): Promise<RenderedPage> {
  const { svg, lines } = drawPage(page);
  const image = sharp(Buffer.from(svg)).removeAlpha();
  return { png: await (grey ? image.toColourspace('b-w') : image).png({ compressionLevel: 3 }).toBuffer(), lines };
}

/** The page as SVG and its true lines, before it is pixels. */
export function drawPage(page: Page): { readonly svg: string; readonly lines: readonly TrueLine[] } {
  const { width, height, background, blocks, shapes } = page;
  const drawn = blocks.map((block) => ({ block, ...drawText(block) }));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...shapes.map(drawShape),
    ...drawn.map(({ block, path }) => `<path fill="${block.colour ?? '#000'}" d="${path}"/>`),
    '</svg>',
  ].join('');
  const inked = drawn.flatMap(({ block, ink }) => (ink === null ? [] : [{ block, ink }]));
  return { svg, lines: linesOf(inked) };
}

function drawShape(shape: Shape): string {
  if (shape.kind === 'line') {
    const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${shape.colour}" stroke-width="${shape.width}"/>`;
  }
  const { x, y, width, height, fill = 'none', stroke = 'none', radius = 0 } = shape;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;
}

interface Inked {
  readonly block: TextBlock;
  readonly ink: Box;
}

/** Blocks whose baselines lie within a third of their size of each other stand on one line. */
function linesOf(inked: readonly Inked[]): TrueLine[] {
  const rows: Inked[][] = [];
  for (const each of inked.toSorted((a, b) => a.block.y - b.block.y)) {
    const row = rows.at(-1);
    const first = row?.[0]?.block;
    if (row && first && each.block.y - first.y < Math.min(first.size, each.block.size) / 3) row.push(each);
    else rows.push([each]);
  }
  return rows.map((row) => {
    const x1 = Math.min(...row.map(({ ink }) => ink.x1));
    const y1 = Math.min(...row.map(({ ink }) => ink.y1));
    const x2 = Math.max(...row.map(({ ink }) => ink.x2));
    const y2 = Math.max(...row.map(({ ink }) => ink.y2));
    return {
      text: row
        .toSorted((a, b) => a.ink.x1 - b.ink.x1)
        .map(({ block }) => block.text.trim())
        .join(' '),
      corners: [
        [x1, y1],
        [x2, y1],
        [x2, y2],
        [x1, y2],
      ],
    };
  });
}
