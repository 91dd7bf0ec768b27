/** A sentence ends where a mark and white space come before a capital, a quotation or a number; not within "S$2.90". */
const END = /(?<=[.!?…][”"’)]?)\s+(?=[\p{Lu}“"‘(\p{N}])/u;

/** The sentences of a text, each as it stands there. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
