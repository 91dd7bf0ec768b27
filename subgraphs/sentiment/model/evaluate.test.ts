import { expect, test } from 'vitest';
import { DOMAINS, type Sentence } from './dataset.ts';
import { evaluate, fitsOf, type Recipe } from './evaluate.ts';

test('it is known beforehand how often a recipe learns, so that progress can be told', () => {
  const sentences = DOMAINS.flatMap((domain) =>
    Array.from({ length: 10 }, (_, index): Sentence => ({ domain, text: `${index}`, label: index % 2 === 0 ? 0 : 1 })),
  );
  for (const choices of [[1], [1, 2, 3]]) {
    let fits = 0;
    const recipe: Recipe<Sentence, number> = {
      choices,
      describe: String,
      learn: (_, choice) => {
        fits += 1;
        return ({ text }) => (Number(text) % 2 === 0 ? -choice : choice);
      },
    };
    evaluate(sentences, recipe, () => {});
    expect(fits).toBe(fitsOf(recipe));
  }
});
