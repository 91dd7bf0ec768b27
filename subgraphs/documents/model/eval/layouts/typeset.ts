import { type FontFamily, widthOf } from '../../page/fonts.ts';
import type { Page, Shape, TextBlock } from '../../page/page.ts';
import type { Layout } from './layout.ts';
import { bars, portrait, tickBox } from './ornaments.ts';
import { columnsOf } from './table.ts';
import { type Style, wrapped } from './wrapped.ts';

/** Sets the content of a test document, a line each, in the marks that README.md lists. */
export function typeset(content: string, layout: Layout, font: FontFamily): Page {
  return new Typesetter(layout, font).set(content.split('\n'));
}

class Typesetter {
  readonly #blocks: TextBlock[] = [];
  readonly #shapes: Shape[] = [];
  readonly #layout: Layout;
  readonly #plain: Style;
  /** Where the next line begins, at its top. */
  #y: number;

  constructor(layout: Layout, font: FontFamily) {
    this.#layout = layout;
    this.#plain = { size: layout.size, font, weight: 400, colour: layout.ink };
    this.#y = layout.margin;
  }

  set(lines: readonly string[]): Page {
    const { width, margin, background, band, frame, accent, photo } = this.#layout;
    if (photo !== undefined) this.#shapes.push(...portrait(this.#portrait()));
    const bandEnds = band === undefined ? -1 : lines.findIndex((line) => line === '' || line === '---');
    for (let index = 0; index < lines.length; index++) {
      const rows = lines.slice(index).findIndex((line) => !isRow(line));
      const count = rows === -1 ? lines.length - index : rows;
      if (count > 0) {
        this.#table(lines.slice(index, index + count).map((line) => line.split('|').map((cell) => cell.trim())));
        index += count - 1;
      } else this.#line(lines[index] ?? '', index < bandEnds);
      if (index === bandEnds - 1) this.#y += margin / 2;
      if (index === bandEnds - 1 && band !== undefined) {
        this.#shapes.unshift({ kind: 'box', x: 0, y: 0, width, height: this.#y, fill: band });
        this.#y += this.#layout.size;
      }
    }
    const height = Math.ceil(Math.max(this.#layout.height, this.#y + margin));
    if (frame) {
      const inset = margin / 2;
      const box = { x: inset, y: inset, width: width - margin, height: height - margin };
      this.#shapes.push({ kind: 'box', ...box, stroke: accent, radius: 6 });
    }
    return { width, height, background, blocks: this.#blocks, shapes: this.#shapes };
  }

  #line(line: string, inBand: boolean): void {
    const { size, accent, bubbles, align } = this.#layout;
    const [, mark = '', rest = ''] = /^(#{1,2}|~|@|>|<|\[.?\]) (.*)$/.exec(line) ?? [];
    const title = { ...this.#plain, weight: 700, colour: inBand ? '#ffffff' : accent } as const;
    if (line === '') this.#y += size * 0.7;
    else if (line === '---') this.#rule();
    else if (line === '|||') this.#bars();
    else if (line.includes('||')) this.#halves(line.split('||').map((half) => half.trim()));
    else if (line.includes('__')) this.#blank(line.split('__').map((part) => part.trim()));
    else if (mark === '#') this.#text(rest, { ...title, size: size * 1.7 }, align);
    else if (mark === '##') this.#text(rest, { ...title, size: size * 1.1 }, align);
    else if (mark === '~') this.#text(rest, { ...this.#plain, font: 'caveat', size: size * 1.35 }, 'left');
    else if (mark === '@') this.#text(rest, { ...this.#plain, font: 'courier-prime' }, 'left');
    else if (mark === '[]' || mark === '[x]' || mark === '[ ]') this.#box(mark === '[x]', rest);
    else if (bubbles && mark !== '') this.#bubble(rest, mark === '>');
    else if (mark === '>') this.#text(rest, this.#plain, 'right');
    else this.#text(line, inBand ? { ...this.#plain, colour: '#ffffff' } : this.#plain, align);
  }

  /** The left edge and the width that text has at the height reached, beside a portrait. */
  #measure(): { readonly left: number; readonly width: number } {
    const { width, margin, size, photo } = this.#layout;
    const whole = width - 2 * margin;
    const area = this.#portrait();
    const beside = this.#y + size > area.y && this.#y < area.y + area.height + 8;
    if (photo === undefined || !beside) return { left: margin, width: whole };
    const taken = area.width + margin / 2;
    return { left: photo === 'left' ? margin + taken : margin, width: whole - taken };
  }

  #portrait() {
    const { width: page, margin, size, photo } = this.#layout;
    const whole = page - 2 * margin;
    const [width, height] = [whole * 0.26, whole * 0.34];
    return { x: photo === 'left' ? margin : page - margin - width, y: margin + size * 4, width, height };
  }

  #text(text: string, style: Style, align: 'left' | 'centre' | 'right'): void {
    let rest = text;
    while (rest !== '') {
      const { left, width } = this.#measure();
      const [line = ''] = wrapped(rest, style, width);
      rest = rest.slice(line.length).trimStart();
      const free = width - widthOf({ ...style, text: line });
      this.#put(line, left + (align === 'left' ? 0 : align === 'right' ? free : free / 2), style);
      this.#y += style.size * this.#layout.leading;
    }
  }

  /** Without moving on. */
  #put(text: string, x: number, { size, font, weight, colour }: Style, down = 0): void {
    const y = Math.round(this.#y + down + size * 0.95);
    if (text !== '') this.#blocks.push({ text, x: Math.round(x), y, size, font, weight, colour });
  }

  #rule(): void {
    const { left, width } = this.#measure();
    const y = this.#y + this.#layout.size * 0.3;
    this.#shapes.push({
      kind: 'line',
      from: [left, y],
      to: [left + width, y],
      colour: this.#layout.accent,
      width: 1.5,
    });
    this.#y += this.#layout.size * 0.7;
  }

  #bars(): void {
    const { left, width } = this.#measure();
    const span = Math.min(width, 300);
    const height = this.#layout.size * 2.6;
    this.#shapes.push(...bars({ x: left + (width - span) / 2, y: this.#y, width: span, height }));
    this.#y += this.#layout.size * 3.2;
  }

  #halves(halves: readonly string[]): void {
    const { left, width } = this.#measure();
    const own = width / halves.length;
    const set = halves.map((half) => wrapped(half, this.#plain, own - 16));
    this.#grid(
      set,
      halves.map((_, index) => left + index * own),
    );
  }

  /** Cells of wrapped lines, side by side. */
  #grid(cells: readonly (readonly string[])[], lefts: readonly number[], style: Style = this.#plain): number {
    const step = style.size * this.#layout.leading;
    for (const [index, lines] of cells.entries()) {
      for (const [row, line] of lines.entries()) this.#put(line, lefts[index] ?? 0, style, row * step);
    }
    const height = Math.max(1, ...cells.map((lines) => lines.length)) * step;
    this.#y += height;
    return height;
  }

  /** `label __ value`: a line to write on, and what was written. */
  #blank([label = '', value = '']: readonly string[]): void {
    const { left, width } = this.#measure();
    const { size, leading, ink, filledWith = this.#plain.font } = this.#layout;
    const start = left + (label === '' ? 0 : widthOf({ ...this.#plain, text: label }) + size * 0.6);
    const y = this.#y + size * 1.2;
    this.#put(label, left, this.#plain);
    this.#shapes.push({ kind: 'line', from: [start, y], to: [left + width, y], colour: '#777777', width: 1 });
    const larger = filledWith === 'caveat' ? 1.3 : 1;
    const written = {
      size: size * larger,
      font: filledWith,
      weight: 400,
      colour: filledWith === 'caveat' ? '#1c2f7a' : ink,
    } as const;
    this.#put(value, start + 6, written, (1 - larger) * size * 0.95);
    this.#y += size * leading * 1.25;
  }

  #box(ticked: boolean, label: string): void {
    const { left } = this.#measure();
    const { size, leading, ink } = this.#layout;
    this.#shapes.push(...tickBox(left, this.#y + size * 0.15, size * 0.85, ink, ticked));
    this.#put(label, left + size * 1.4, this.#plain);
    this.#y += size * leading;
  }

  #bubble(text: string, mine: boolean): void {
    const { left, width } = this.#measure();
    const { size, leading } = this.#layout;
    const lines = wrapped(text, this.#plain, width * 0.72);
    const wide = Math.max(...lines.map((line) => widthOf({ ...this.#plain, text: line }))) + size * 1.4;
    const x = mine ? left + width - wide : left;
    const height = lines.length * size * leading + size * 0.8;
    this.#shapes.push({
      kind: 'box',
      x,
      y: this.#y,
      width: wide,
      height,
      fill: mine ? '#d6f3c9' : '#ffffff',
      radius: 12,
    });
    this.#y += size * 0.4;
    this.#grid([lines], [x + size * 0.7]);
    this.#y += size * 0.9;
  }

  #table(rows: readonly string[][]): void {
    const { left, width } = this.#measure();
    const { size, leading, table, accent } = this.#layout;
    const gap = size * 0.9;
    const columns = columnsOf(rows, (text) => widthOf({ ...this.#plain, text }), width, gap);
    const headed = rows.length > 2 && table !== 'plain' && columns.length > 2;
    for (const [index, row] of rows.entries()) {
      const style = headed && index === 0 ? ({ ...this.#plain, weight: 700, size: size * 0.94 } as const) : this.#plain;
      const top = this.#y;
      const cells = columns.map((column, at) => wrapped(row[at] ?? '', style, column.width));
      const lefts = columns.map((column, at) => {
        const free = column.width - widthOf({ ...style, text: cells[at]?.[0] ?? '' });
        return left + column.left + (column.right ? free : 0);
      });
      const height = this.#grid(cells, lefts, style);
      if (table === 'striped' && index % 2 === 1) {
        this.#shapes.unshift({ kind: 'box', x: left - 6, y: top - 2, width: width + 12, height, fill: '#eef1f4' });
      }
      if (table === 'grid') {
        this.#shapes.push({
          kind: 'box',
          x: left - 6,
          y: top - size * 0.25,
          width: width + 12,
          height: height + size * 0.3,
          stroke: '#666666',
        });
      }
      if (table === 'ruled' && headed) {
        const y = this.#y;
        this.#shapes.push({
          kind: 'line',
          from: [left, y],
          to: [left + width, y],
          colour: index === 0 ? accent : '#bbbbbb',
          width: 1,
        });
      }
      if (table !== 'plain') this.#y += size * leading * 0.2;
    }
    this.#y += size * 0.3;
  }
}

function isRow(line: string): boolean {
  return line.includes('|') && !line.includes('||');
}
