import { readFile } from 'node:fs/promises';
import { Random } from '../../../world/random.ts';
import { type Kind, LANGUAGES, type Language } from '../kinds.ts';
import type { Form } from './forms.ts';

const OPENINGS = {
  en: [
    'Dear Sir or Madam,',
    'Dear {company},',
    'Dear Mr {surname},',
    'To whom it may concern',
    'Hello,',
    '{person}\n{street}\n{city}\n{date}\nDear Ms {surname},',
  ],
  id: [
    'Dengan hormat,',
    'Yth. {company}',
    'Kepada Yth. Bapak/Ibu {surname}\ndi tempat',
    'Halo kak,',
    '{city}, {date}\nKepada {company}\nDengan hormat,',
    'Assalamualaikum',
  ],
} as const;
const CLOSINGS = {
  en: [
    'Yours faithfully,\n{person}',
    'Kind regards\n{person}',
    'Sincerely,\n{person}',
    '{person}',
    'Best wishes, {given}',
  ],
  id: [
    'Hormat saya,\n{person}',
    'Terima kasih\n{person}',
    'Salam, {given}',
    '{person}',
    'Demikian, atas perhatiannya terima kasih.\n{person}',
  ],
} as const;
/** The sentences of a part stand in no letter beside those of another: they can be held out of training together. */
const PARTS = 5;
const LETTERS_OF_A_PART = 8;

/** Outlines of letters of all sorts: complaints, which are a kind, and others, which are none. */
export async function letterForms(): Promise<readonly Form[]> {
  const all = LANGUAGES.flatMap((language) => [
    lettersOf('complaint', 'COMPLAINT_LETTER', language),
    lettersOf('letter', 'OTHER', language),
  ]);
  return (await Promise.all(all)).flat();
}

async function lettersOf(name: string, kind: Kind, language: Language): Promise<Form[]> {
  const file = await readFile(new URL(`training/sentences.${name}.${language}.txt`, import.meta.url), 'utf8');
  const sentences = file.trimEnd().split('\n');
  return Array.from({ length: PARTS * LETTERS_OF_A_PART }, (_, index): Form => {
    const part = index % PARTS;
    const random = new Random(`${name} ${language} ${index}`);
    const own = random.shuffled(sentences.filter((_, place) => place % PARTS === part)).slice(0, random.integer(3, 7));
    const body = own.join(random.pick([' ', '\n', '\n']));
    const outline = [random.pick(OPENINGS[language]), body, random.pick(CLOSINGS[language])].join('\n');
    return {
      id: `${name}.${language}.${part}.${index}`,
      group: `${name}.${language}.${part}`,
      kind,
      language,
      outline,
    };
  });
}
