import { type Product, products } from './products.ts';
import { Random } from './random.ts';
import { composeReview } from './reviews/compose.ts';
import { Phrasebook } from './reviews/phrasebook.ts';
import { similarity, wordTriples } from './reviews/similarity.ts';
import { chooseSlots } from './reviews/slots.ts';
import { subjectOf } from './reviews/subjects.ts';
import type { Rating } from './reviews/tone.ts';
import { createWriter, type Writer } from './reviews/writer.ts';
import { createReviewers } from './users.ts';

export interface Review {
  /** `review-`, the product's entry name and a number. */
  readonly id: string;
  readonly productId: string;
  readonly userId: string;
  /** The name the user shows with it. */
  readonly authorName: string;
  readonly rating: Rating;
  readonly body: string;
  readonly createdAt: Date;
}

const LAST_REVIEW = Date.UTC(2026, 9, 31);
const DAY = 86_400_000;

/** Ratings out of a hundred, by how well a product is made. */
const QUALITIES: readonly (readonly [ratings: readonly (readonly [Rating, number])[], share: number])[] = [
  [
    [
      [1, 2],
      [2, 2],
      [3, 6],
      [4, 23],
      [5, 67],
    ],
    45,
  ],
  [
    [
      [1, 5],
      [2, 6],
      [3, 13],
      [4, 29],
      [5, 47],
    ],
    40,
  ],
  [
    [
      [1, 17],
      [2, 14],
      [3, 21],
      [4, 25],
      [5, 23],
    ],
    15,
  ],
];

/** All reviews of the world, by product; no two have the same text. */
export function createReviews(): readonly Review[] {
  const writers = createReviewers().map(createWriter);
  const book = new Phrasebook();
  return products.flatMap((product) => {
    const random = new Random(`reviews ${product.id}`);
    const subject = subjectOf(product);
    const ratings = random.weighted(QUALITIES);
    const written: ReadonlySet<string>[] = [];
    return chooseWriters(product, writers, random).map((writer, index): Review => {
      const rating = random.weighted(ratings);
      const owned = random.integer(24 * DAY, LAST_REVIEW - product.createdAt.getTime());
      const createdAt = new Date(product.createdAt.getTime() + owned);
      const slots = chooseSlots(writer, subject.noun, { ms: owned - 3 * DAY }, random);
      const body = unlike(written, () => composeReview(subject, rating, writer, slots, book, random));
      return {
        id: `${product.id.replace('product-', 'review-')}-${String(index + 1).padStart(2, '0')}`,
        productId: product.id,
        userId: writer.user.id,
        authorName: writer.shownName,
        rating,
        body,
        createdAt,
      };
    });
  });
}

const TOO_SIMILAR = 0.45;
const ATTEMPTS = 50;

/** Writes until the text is unlike those before it; of a product with little to say the last attempt is taken. */
function unlike(earlier: ReadonlySet<string>[], write: () => string): string {
  for (let attempt = 1; ; attempt += 1) {
    const text = write();
    const triples = wordTriples(text);
    if (attempt < ATTEMPTS && earlier.some((other) => similarity(triples, other) > TOO_SIMILAR)) continue;
    earlier.push(triples);
    return text;
  }
}

/** Those who bought it: some things sell well, most so-so; most buyers live where its currency is at home. */
function chooseWriters(product: Product, writers: readonly Writer[], random: Random): Writer[] {
  const count = random.weighted([
    [0, 2],
    [random.integer(1, 4), 14],
    [random.integer(5, 10), 40],
    [random.integer(11, 16), 32],
    [random.integer(17, 24), 12],
  ]);
  // A currency's code begins with its country's.
  const atHome = (writer: Writer) => product.price.currency.startsWith(writer.user.country);
  const near = random.shuffled(writers.filter(atHome));
  const far = random.shuffled(writers.filter((writer) => !atHome(writer)));
  const abroad = Math.round(count * 0.12);
  return random.shuffled([...near.slice(0, count - abroad), ...far.slice(0, abroad)]);
}
