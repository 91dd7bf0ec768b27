/** What follows is not read. */
export const MAX_CHARACTERS = 1_200;
/** So that a long text does not become a batch of its own. */
const MAX_PARTS = 12;
const FEWEST_WORDS = 4;

/** After a sentence, and where "but" or "though" in either language begins another thought. */
const BREAK =
  /(?<=[.!?;\n])\s+|\s+(?=(?:but|though|although|however|yet|tapi|tp|tetapi|namun|sayang|sayangnya|cuma|padahal)\s)/iu;
const COMMA = /,\s+/u;

/** The parts of a text that may each judge something else: sentences, and what stands between commas where it is long enough. */
export function partsOf(text: string): readonly string[] {
  const parts = text
    .slice(0, MAX_CHARACTERS)
    .split(BREAK)
    .flatMap(splitCommas)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.slice(0, MAX_PARTS);
}

/** A piece between commas that is too short stays with the one before it. */
function splitCommas(sentence: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of sentence.split(COMMA)) {
    const before = pieces.at(-1);
    if (before !== undefined && (isShort(piece) || isShort(before))) pieces[pieces.length - 1] = `${before}, ${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

function isShort(piece: string): boolean {
  return piece.trim().split(/\s+/).length < FEWEST_WORDS;
}
