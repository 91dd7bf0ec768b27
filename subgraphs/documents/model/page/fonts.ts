import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TextBlock } from './page.ts';

export const FONT_FAMILIES = [
  'caveat',
  'courier-prime',
  'ibm-plex-sans',
  'lora',
  'merriweather',
  'nunito',
  'open-sans',
  'roboto',
  'source-code-pro',
] as const;
export type FontFamily = (typeof FONT_FAMILIES)[number];

/** The part of opentype.js 2 that is used; it has no types of its own. */
interface Font {
  readonly unitsPerEm: number;
  charToGlyphIndex(character: string): number;
  charToGlyph(character: string): Glyph;
  getKerningValue(left: Glyph, right: Glyph): number;
}
interface Glyph {
  readonly advanceWidth: number;
  readonly path: { readonly unitsPerEm: number };
  getPath(x: number, y: number, size: number): Path;
}
interface Path {
  readonly commands: readonly Command[];
  getBoundingBox(): Box;
}

type Command = Readonly<Partial<Record<'x' | 'y' | 'x1' | 'y1' | 'x2' | 'y2', number>> & { type: string }>;

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

type Typeset = Pick<TextBlock, 'text' | 'size' | 'font' | 'weight'>;

const models = new URL('../../../../models/', import.meta.url);
const { parse } = createRequire(new URL('package.json', models))('opentype.js') as {
  parse(file: ArrayBuffer): Font;
};
const loaded = new Map<string, Font>();

/** How far the text reaches to the right, in pixels. */
export function widthOf(block: Typeset): number {
  return glyphsOf(block).width;
}

/** The outlines of a block as SVG path data, and the box around its ink. Without letters to draw the box is null. */
export function drawText(block: TextBlock): { readonly path: string; readonly ink: Box | null } {
  const { glyphs, scale } = glyphsOf(block);
  let path = '';
  const ink = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const { glyph, x } of glyphs) {
    const [left, up] = [block.x + x, block.y];
    const { commands, box } = outlineOf(glyph);
    for (const { type, points } of commands) {
      // Rounded here: opentype.js's own path data has NaN for numbers next to 0.
      const numbers = points.map((value, at) => Math.round(((at % 2 === 0 ? left : up) + value * scale) * 100) / 100);
      path += type + numbers.join(' ');
    }
    if (commands.length === 0) continue;
    ink.x1 = Math.min(ink.x1, left + box.x1 * scale);
    ink.y1 = Math.min(ink.y1, up + box.y1 * scale);
    ink.x2 = Math.max(ink.x2, left + box.x2 * scale);
    ink.y2 = Math.max(ink.y2, up + box.y2 * scale);
  }
  return { path, ink: path === '' ? null : ink };
}

interface Outline {
  readonly commands: readonly { readonly type: string; readonly points: readonly number[] }[];
  readonly box: Box;
}

const outlines = new WeakMap<Glyph, Outline>();

/** In units of the font, y downwards. */
function outlineOf(glyph: Glyph): Outline {
  const known = outlines.get(glyph);
  if (known) return known;
  const path = glyph.getPath(0, 0, glyph.path.unitsPerEm);
  const commands = path.commands.map(({ type, x1, y1, x2, y2, x, y }) => ({
    type,
    points: [x1, y1, x2, y2, x, y].filter((value) => value !== undefined),
  }));
  const outline = { commands, box: path.getBoundingBox() };
  outlines.set(glyph, outline);
  return outline;
}

/** Glyph by glyph with kerning: opentype.js's own shaping refuses tables that Merriweather has. */
function glyphsOf({ text, size, font: family, weight = 400 }: Typeset) {
  const font = loadFont(family, weight);
  const scale = size / font.unitsPerEm;
  const glyphs: { glyph: Glyph; x: number }[] = [];
  let x = 0;
  for (const character of text) {
    if (font.charToGlyphIndex(character) === 0) {
      throw new RangeError(`${family} has no glyph for '${character}', which "${text}" needs.`);
    }
    const glyph = font.charToGlyph(character);
    const before = glyphs.at(-1);
    if (before) x += font.getKerningValue(before.glyph, glyph) * scale;
    glyphs.push({ glyph, x });
    x += glyph.advanceWidth * scale;
  }
  return { glyphs, scale, width: x };
}

function loadFont(family: FontFamily, weight: 400 | 700): Font {
  const file = `${family}/files/${family}-latin-${weight}-normal.woff`;
  const known = loaded.get(file);
  if (known) return known;
  const bytes = readFileSync(new URL(`node_modules/@fontsource/${file}`, models));
  const font = parse(new Uint8Array(bytes).buffer);
  loaded.set(file, font);
  return font;
}
