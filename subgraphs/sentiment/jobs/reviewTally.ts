import { z } from 'zod';
import { CodedError } from '../../../kit/errors.ts';
import type { Predicted } from '../../../kit/model/handle.ts';
import type { Judgement } from '../judgement.ts';

const count = z.number().int().min(0);

/** What is stored of an analysis and read again: reviews and products by their ids. */
export const reviewAnalysis = z.strictObject({
  positive: count,
  negative: count,
  skipped: count,
  meanScore: z.number().nullable(),
  degraded: count,
  model: z.strictObject({ name: z.string(), version: z.string() }).nullable(),
  productCount: count,
  products: z.array(z.strictObject({ id: z.string(), positive: count, negative: count })),
  mostPositive: z.array(z.string()),
  mostNegative: z.array(z.string()),
});
export type ReviewAnalysis = z.infer<typeof reviewAnalysis>;

/** Products that are told one by one, so that the result stays small. */
const MAX_PRODUCTS = 1_000;
const EXTREMES = 5;
/** Scores are not known better: which texts went to the model together moves them in the seventh decimal. */
const SCORE_DIGITS = 3;

interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Adds up what a model said of reviews. In whatever order they come, the analysis is the same. */
export class ReviewTally {
  readonly #products = new Map<string, { positive: number; negative: number }>();
  readonly #scores: Scored[] = [];
  #skipped = 0;
  #degraded = 0;
  #model: Predicted<Judgement>['model'] | null = null;

  addProduct(id: string): void {
    this.#products.set(id, { positive: 0, negative: 0 });
  }

  /**
   * @param predicted null for a review that could not be judged.
   * @throws CodedError `MODEL_UNAVAILABLE` when another version of the model answers than before.
   */
  addReview(productId: string, id: string, predicted: Predicted<Judgement> | null): void {
    const product = this.#products.get(productId);
    if (product === undefined) throw new TypeError(`A review was added of ${productId}, which was not.`);
    if (predicted === null) {
      this.#skipped += 1;
      return;
    }
    const { output, model, degraded } = predicted;
    if (degraded) this.#degraded += 1;
    else this.#seeModel(model);
    product[output.label === 'POSITIVE' ? 'positive' : 'negative'] += 1;
    this.#scores.push({ id, score: output.score });
  }

  get analysis(): ReviewAnalysis {
    const byId = [...this.#products].sort(([a], [b]) => (a < b ? -1 : 1));
    const products = byId.map(([id, counts]) => ({ id, ...counts }));
    const sorted = this.#scores.toSorted((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
    const negative = sorted.filter(({ score }) => score < 0);
    const positive = sorted.filter(({ score }) => score >= 0);
    const best = positive.toSorted((a, b) => b.score - a.score);
    const sum = sorted.reduce((total, { score }) => total + score, 0);
    return {
      positive: positive.length,
      negative: negative.length,
      skipped: this.#skipped,
      meanScore: sorted.length === 0 ? null : Number((sum / sorted.length).toFixed(SCORE_DIGITS)),
      degraded: this.#degraded,
      model: this.#model,
      productCount: products.length,
      products: products.slice(0, MAX_PRODUCTS),
      mostPositive: best.slice(0, EXTREMES).map(({ id }) => id),
      mostNegative: negative.slice(0, EXTREMES).map(({ id }) => id),
    };
  }

  #seeModel({ name, version }: Predicted<Judgement>['model']): void {
    this.#model ??= { name, version };
    if (this.#model.version === version) return;
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `${name} ${this.#model.version} judged some of the reviews and ${version} others: what is served was changed meanwhile. The next attempt begins anew.`,
    );
  }
}
