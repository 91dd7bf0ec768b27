import { Random } from '../../../world/random.ts';
import type { Degradation } from './page/degrade.ts';
import { type FontFamily, widthOf } from './page/fonts.ts';
import type { Page, Shape, TextBlock } from './page/page.ts';

/** The fonts of training pages; test pages have others, too. */
const FONTS: readonly FontFamily[] = ['roboto', 'lora', 'source-code-pro', 'open-sans', 'nunito'];
/** What the fonts have no glyph for. */
const UNKNOWN = /[^\x20-\x7e–—·]/g;

/** Lays a text out on a page: its first row as a title, two spaces as the way to the next column. */
export function layOut(text: string, seed: string): Page {
  const random = new Random(seed);
  const font = random.pick(FONTS);
  const [width, margin] = random.pick([
    [1_000, 80],
    [1_100, 120],
    [820, 50],
    [640, 30],
  ] as const);
  const size = random.integer(16, 24);
  const centred = random.chance(0.3);
  const blocks: TextBlock[] = [];
  let y = margin + size;
  for (const [index, row] of text.split('\n').entries()) {
    const own = index === 0 ? { size: size + random.integer(0, 14), weight: 700 as const } : { size };
    const cells = row.replace(UNKNOWN, '').split(/ {2,}/);
    for (const [column, cell] of cells.entries()) {
      for (const part of wrapped(cell, { ...own, font }, (width - 2 * margin) / cells.length)) {
        const free = width - 2 * margin - widthOf({ text: part, font, ...own });
        const x = margin + (cells.length > 1 ? (column * (width - 2 * margin)) / cells.length : centred ? free / 2 : 0);
        blocks.push({ text: part, x, y, font, ...own });
        if (cells.length === 1) y += own.size * 1.5;
      }
    }
    if (cells.length > 1) y += own.size * 1.6;
  }
  const height = Math.max(Math.round(width * random.pick([0.7, 1, 1.4])), Math.ceil(y + margin));
  const shapes: Shape[] = random.chance(0.4)
    ? [{ kind: 'box', x: margin / 2, y: margin / 2, width: width - margin, height: height - margin, stroke: '#444' }]
    : [];
  return { width, height, background: random.pick(['#ffffff', '#ffffff', '#f4f0e6']), blocks, shapes };
}

function wrapped(text: string, style: Omit<TextBlock, 'text' | 'x' | 'y'>, most: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && widthOf({ ...style, text: longer }) > most) rows.push(word);
    else rows[Math.max(0, rows.length - 1)] = longer;
  }
  return rows;
}

/** What a scanner or a phone may do to a page. */
export function spoil(seed: string): Degradation {
  const random = new Random(`spoil ${seed}`);
  return {
    rotateDegrees: random.pick([0, 0, random.next() * 8 - 4, 90, 180]),
    ...(random.chance(0.4) && { blurSigma: 0.5 + random.next() * 1.5 }),
    ...(random.chance(0.3) && { shadow: random.next() * 0.5 }),
    ...(random.chance(0.3) && { noise: random.next() * 20 }),
    ...(random.chance(0.4) && { jpegQuality: random.integer(20, 70) }),
    seed,
  };
}
