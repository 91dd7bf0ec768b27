/** About 210 English words, a little more than MiniLM reads. What follows is not read. */
const MAX_CHARACTERS = 1_200;
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** Of both languages: no word of one of them means something else in the other. */
const NEGATORS = new Set(
  'not no never nothing nor neither cannot cant dont doesnt didnt isnt wasnt arent wont wouldnt couldnt without hardly barely tidak bukan belum tanpa jangan'.split(
    ' ',
  ),
);

/** The words of the beginning of a text in lower case, with their apostrophes. The time it takes is bounded. */
export function readWords(text: string): readonly string[] {
  const beginning = text.trimStart().slice(0, MAX_CHARACTERS);
  return beginning.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}

export interface Terms {
  /** A word counts as its opposite when a negator is among so many words before it. */
  readonly reach: number;
  /** Whether two words in a row are a term too, written `not_worth`. */
  readonly pairs: boolean;
}

/** Visits the terms of a text in order, with the sign they count with: -1 for a negated word. */
export function visitTerms(
  words: readonly string[],
  { reach, pairs }: Terms,
  visit: (term: string, sign: 1 | -1, isPair: boolean) => void,
): void {
  let negated = 0;
  let before: string | undefined;
  for (const word of words) {
    visit(word, negated > 0 ? -1 : 1, false);
    if (pairs && before !== undefined) visit(`${before}_${word}`, 1, true);
    negated = NEGATORS.has(word) || word.endsWith("n't") ? reach : negated - 1;
    before = word;
  }
}
