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
  getPath(x: number, y: number, size: number): Path;
}
interface Path {
  toPathData(decimals: number): string;
  getBoundingBox(): Box;
}

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
  const paths = glyphsOf(block).glyphs.map(({ glyph, x }) => glyph.getPath(block.x + x, block.y, block.size));
  const boxes = paths.map((path) => path.getBoundingBox()).filter(({ x1, x2 }) => x2 > x1);
  return {
    path: paths.map((path) => path.toPathData(1)).join(''),
    ink:
      boxes.length === 0
        ? null
        : {
            x1: Math.min(...boxes.map(({ x1 }) => x1)),
            y1: Math.min(...boxes.map(({ y1 }) => y1)),
            x2: Math.max(...boxes.map(({ x2 }) => x2)),
            y2: Math.max(...boxes.map(({ y2 }) => y2)),
          },
  };
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
  return { glyphs, width: x };
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
