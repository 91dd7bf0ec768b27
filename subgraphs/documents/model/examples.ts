import { Random } from '../../../world/random.ts';
import type { Kind } from '../kinds.ts';
import { readForms, write } from './forms.ts';
import { letterForms } from './letters.ts';
import { readMails } from './mails.ts';
import { misread } from './misread.ts';

/** A document to learn from, as text. */
export interface Example {
  readonly text: string;
  readonly kind: Kind;
  /** Examples of one group are alike: they are never learned from and judged at once. */
  readonly group: string;
}

/** Documents of each form, half of them as they may be read from a bad scan; of letters, whose words vary, fewer. */
const OF_A_FORM = 6;
/** … of a form of the kind OTHER, of which there are many. */
const OF_OTHERS = 4;
const OF_A_LETTER = 1;

/** All documents to learn from: written from forms of ours, clean and misread, and mails. */
export async function readExamples(): Promise<readonly Example[]> {
  const forms = (await readForms()).map((form) => ({ form, count: form.kind === 'OTHER' ? OF_OTHERS : OF_A_FORM }));
  const letters = (await letterForms()).map((form) => ({ form, count: OF_A_LETTER }));
  const written = [...forms, ...letters].flatMap(({ form, count }, index) =>
    Array.from({ length: count }, (_, number): Example => {
      const text = write(form, number).replace(/ {2,}/g, ' ');
      const isMisread = (index + number) % 2 === 1;
      const read = isMisread ? misread(text, new Random(`misread ${form.id} ${number}`)) : text;
      return { text: read, kind: form.kind, group: form.group };
    }),
  );
  return [...written, ...(await mailExamples())];
}

async function mailExamples(): Promise<Example[]> {
  const groups = [
    ['spam-1', 'SPAM', 8],
    ['spam-2', 'SPAM', 24],
    ['easy-ham-1', 'OTHER', 60],
    ['hard-ham-1', 'OTHER', 10],
  ] as const;
  const mails = groups.map(async ([group, kind, every]) =>
    (await readMails(group, every)).map((text, index): Example => ({ text, kind, group: `${group} ${index >> 3}` })),
  );
  return (await Promise.all(mails)).flat();
}
