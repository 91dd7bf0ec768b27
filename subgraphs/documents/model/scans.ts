import { type Readers, readFile } from '../readFile.ts';
import type { Example } from './examples.ts';
import { readForms, write } from './forms.ts';
import { layOut, spoil } from './layout.ts';
import { degrade } from './page/degrade.ts';
import { renderPage } from './page/renderPage.ts';

/** Of the forms of a kind and language, one in so many is drawn, spoiled and read. */
const EVERY = 12;
/** No document that is written otherwise has this number. */
const NUMBER = 1_000;

/** Documents as they are read from pages of ours, in training fonts and layouts, with what scanners and phones do to them. */
export async function readScans(readers: Readers): Promise<readonly Example[]> {
  const forms = (await readForms()).filter((_, index) => index % EVERY === 0);
  const examples: Example[] = [];
  for (const form of forms) {
    const { png } = await renderPage(layOut(write(form, NUMBER), form.id), { grey: true });
    const spoiled = await degrade(png, spoil(form.id));
    const { text } = await readFile(spoiled.png, readers, {});
    examples.push({ text, kind: form.kind, group: form.group });
  }
  return examples;
}
