/** Long numbers are of orders, amounts and telephones: no article is about one. */
const LONG_NUMBER = /^\d{4,}$/;

/** The words of a text, in lower case, in order. */
export function wordsOf(text: string): readonly string[] {
  const found = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu);
  return (found ?? []).filter((word) => !LONG_NUMBER.test(word));
}
