import { readFile } from 'node:fs/promises';
import { Random } from '../../../world/random.ts';
import { KINDS, type Kind, LANGUAGES, type Language } from '../kinds.ts';
import { Slots } from './slots.ts';

/** The outline of a document, from training/: rows with {slots}, <this|or that>, and `?` before what may be missing. */
export interface Form {
  readonly id: string;
  /** Forms of one group are alike: they are never learned from and judged at once. */
  readonly group: string;
  readonly kind: Kind;
  readonly language: Language;
  readonly outline: string;
}

export async function readForms(): Promise<readonly Form[]> {
  const forms = KINDS.flatMap((kind) =>
    LANGUAGES.map(async (language): Promise<Form[]> => {
      const text = await readFile(new URL(`training/${kind}.${language}.txt`, import.meta.url), 'utf8');
      return text.split('===\n').map((outline, index) => ({
        id: `${kind}.${language}.${index}`,
        group: `${kind}.${language}.${index}`,
        kind,
        language,
        outline: outline.trim(),
      }));
    }),
  );
  return (await Promise.all(forms)).flat();
}

/** One document of a form; of another number, another. Two spaces in a row stand between its columns. */
export function write({ id, language, outline }: Form, number: number): string {
  const random = new Random(`${id} ${number}`);
  const slots = new Slots(random, language);
  return outline
    .split('\n')
    .flatMap((row) => (row.startsWith('?') ? (random.chance(0.5) ? [row.slice(1)] : []) : [row]))
    .join('\n')
    .replace(/<([^<>\n]*\|[^<>\n]*)>/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots.fill(slot));
}
