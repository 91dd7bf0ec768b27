/** Letters that Unicode does not take apart into a base and a mark. */
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss' };

/** A text in lower case without tone marks and accents: who types "pho" means "Phở". */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đøłß]/g, (letter) => PLAIN[letter] ?? letter)
    .replaceAll('’', "'");
}

/** The words of a text, folded, in order. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(WORD) ?? [];
}

/** Letters and digits; an apostrophe within them belongs to the word. */
export const WORD = /[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu;
