const STOP_WORDS = new Set(
  `a an the and or but if so as at by for from in into of on onto to with about than then there here this that these those
  i i'm im i've i'd i'll me my mine we us our you your yours he him his she her it its it's they them their is am are was
  were be been being do does did doing done don't doesn't didn't has have had having will would shall should could can
  cannot can't may might must just only also too very really please what which who when where why how some any all still
  not no without while during each every much many more most need needs want wants something anything thing things get
  gets getting keep keeps like looking look find buy`.split(/\s+/),
);

/** What a word is indexed and looked up by: its stem, which need not be a word; null for one that says nothing of a product. */
export function termOf(word: string): string | null {
  const bare = word.replace(/'s?$/, '').replaceAll("'", '');
  return bare === '' || STOP_WORDS.has(word) ? null : stem(bare);
}

/** Takes off the endings of English inflection. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/, '')
    .replace(/(?<=[^su])s$/, '');
  const root = singular.replace(/(?<=[a-z]{3})(?:ing|ed)$/, '');
  return root.replace(/(?<=[a-z]{2})([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{3})[ey]$/, '');
}
