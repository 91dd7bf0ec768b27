import { readFile } from 'node:fs/promises';

const packages = new URL('../../../../models/node_modules/', import.meta.url);
/** Sheets of many drawings, 27 MB one: each is read once. */
const sheets = new Map<string, Promise<string>>();

/**
 * Reads a picture of the test sets, as bytes that sharp decodes.
 * @param path inside models/node_modules; of a drawing in a sheet `<sheet>.svg#<id>`, which becomes an SVG of its own, 256 by 256.
 * @throws Error when the package, or that drawing in its sheet, is not there
 */
export async function readPicture(path: string): Promise<Buffer> {
  const [file = '', id] = path.split('#');
  if (id === undefined) return readFile(new URL(file, packages));
  const sheet = sheets.get(file) ?? readFile(new URL(file, packages), 'utf8');
  sheets.set(file, sheet);
  return Buffer.from(cutDrawing(await sheet, id));
}

function cutDrawing(sheet: string, id: string): string {
  const start = sheet.lastIndexOf('<svg ', sheet.indexOf(` id="${id}"`));
  const tags = /<svg\b|<\/svg>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(sheet); start > 0 && tag !== null; tag = tags.exec(sheet)) {
    depth += tag[0] === '</svg>' ? -1 : 1;
    if (depth === 0) {
      const drawing = sheet.slice(start, tags.lastIndex);
      return drawing.replace('<svg ', '<svg width="256" height="256" xmlns:xlink="http://www.w3.org/1999/xlink" ');
    }
  }
  throw new Error(`The sheet has no drawing ${id}.`);
}
