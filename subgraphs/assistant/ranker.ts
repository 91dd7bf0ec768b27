import { defineModel } from '../../kit/model/defineModel.ts';
import type { Signals } from '../../kit/model/quality/signals.ts';
import { type Ranker, type RankerItem, type Ranking, rank, rankerSchema } from './ranking.ts';

/** Tells which article answers, from what it has in common with the question; the features are those it was trained on. */
export default defineModel<RankerItem, Ranking>({
  warmUp: [{ language: 'en', topicKnown: false, articles: [] }],
  async load(folder) {
    const ranker = rankerSchema.parse(JSON.parse(String(await folder.read('ranker.json'))));
    return {
      predict: async (items) =>
        items.map((item) => {
          // Its fallback knows what to do without embeddings.
          if (lacksFeatures(ranker, item)) return new Error('The articles could not be compared by their meaning.');
          const output = rank(ranker, item);
          return { output, signals: signalsOf(output) };
        }),
    };
  },
});

function lacksFeatures(ranker: Ranker, { language, articles }: RankerItem): boolean {
  const expected = ranker[language].articles.length;
  return articles.some((row) => row.length < expected);
}

/** Where it says that the likeliest article does not help, its confidence is in that. */
export function signalsOf({ best: [first, second], answers }: Ranking): Signals {
  const probability = first?.probability ?? 0;
  return {
    label: answers ? 'HELPFUL' : 'UNHELPFUL',
    confidence: answers ? probability : 1 - probability,
    margin: probability - (second?.probability ?? 0),
  };
}
