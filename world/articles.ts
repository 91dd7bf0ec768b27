import { account } from './articles/account.ts';
import type { ArticleEntry } from './articles/articleEntry.ts';
import { delivery } from './articles/delivery.ts';
import { orderChange } from './articles/orderChange.ts';
import { payment } from './articles/payment.ts';
import { productProblem } from './articles/productProblem.ts';
import { productQuestion } from './articles/productQuestion.ts';
import { promotion } from './articles/promotion.ts';
import { returnRefund } from './articles/returnRefund.ts';
import { Random } from './random.ts';
import type { Subtopic, TopicLabel } from './topics.ts';

export const ARTICLE_LANGUAGES = ['en', 'id'] as const;
export type ArticleLanguage = (typeof ARTICLE_LANGUAGES)[number];

/** An article of the knowledge base: what the shop promises, as customers may read it. */
export interface Article {
  /** `article-`, its entry's name, and its language: `article-damaged-on-arrival-en`, `article-damaged-on-arrival-id`. */
  readonly id: string;
  readonly language: ArticleLanguage;
  readonly title: string;
  readonly body: string;
  readonly topic: TopicLabel;
  readonly subtopic: Subtopic;
  readonly updatedAt: Date;
}

const shelves: Readonly<Record<TopicLabel, readonly ArticleEntry[]>> = {
  DELIVERY: delivery,
  PRODUCT_PROBLEM: productProblem,
  RETURN_REFUND: returnRefund,
  PAYMENT: payment,
  ORDER_CHANGE: orderChange,
  ACCOUNT: account,
  PRODUCT_QUESTION: productQuestion,
  PROMOTION: promotion,
};

const FIRST_UPDATE = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;

/** The whole knowledge base, by topic and entry; each article first in English, then in Indonesian. */
export const articles: readonly Article[] = Object.keys(shelves)
  .filter(isTopic)
  .flatMap((topic) =>
    shelves[topic].flatMap((entry) =>
      ARTICLE_LANGUAGES.map(
        (language): Article => ({
          id: `article-${entry.name}-${language}`,
          language,
          ...entry[language],
          topic,
          subtopic: entry.subtopic,
          updatedAt: updatedAt(entry.name),
        }),
      ),
    ),
  );

function isTopic(key: string): key is TopicLabel {
  return key in shelves;
}

/** Both languages of an article are published together, on a morning of June to October 2026. */
function updatedAt(name: string): Date {
  const random = new Random(`article ${name}`);
  return new Date(FIRST_UPDATE + random.integer(0, 140) * DAY + random.integer(3_600, 14_400) * 1_000);
}
