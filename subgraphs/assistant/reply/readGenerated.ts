import type { ChatAnswer } from '../../../kit/chat/chatEndpoint.ts';
import type { Article } from '../retrieval/article.ts';
import { sentencesOf } from '../retrieval/sentencesOf.ts';
import { englishTerms } from '../text/englishTerms.ts';
import { inEnglish } from '../text/inEnglish.ts';
import type { Sentence } from './answer.ts';

const CITATION = /\s*\[(\d{1,2})\]/g;
/** "… days. [1]" and "… days [1]." are one sentence with its citation. */
const AFTER_THE_END = /([.!?])((?:\s*\[\d{1,2}\])+)/g;
/** Of a sentence's words, the share that its citations must have. */
const BORNE_OUT = 0.5;
const NUMBER = /\p{N}+(?:[.,:]\p{N}+)*/gu;
/** What would lead a customer elsewhere. */
const ADDRESS = /(?:https?:|www\.|@|\b[\w-]+\.(?:com|net|org|id|sg|my|co|io)\b)/iu;

/**
 * The sentences of a language model's answer that end in numbers of the articles it was sent, and that those bear out: at
 * least half of the words are theirs, every number is, and no address is led to. All others are dropped, and so is one
 * that was cut off.
 */
export function readGenerated({ text, whole }: ChatAnswer, articles: readonly Article[]): readonly Sentence[] {
  const sentences = sentencesOf(text.replace(/\s+/g, ' ').replace(AFTER_THE_END, '$2$1'));
  return (whole ? sentences : sentences.slice(0, -1)).flatMap((sentence) => {
    const cited = Array.from(sentence.matchAll(CITATION), ([, number]) => articles[Number(number) - 1]);
    const known = cited.filter((article) => article !== undefined);
    if (known.length === 0 || known.length < cited.length) return [];
    const bare = sentence.replace(CITATION, '').trim();
    const own = known.filter(({ id }, place) => known.findIndex((one) => one.id === id) === place);
    return isBorneOut(bare, own) ? [{ text: bare, articles: own }] : [];
  });
}

function isBorneOut(sentence: string, articles: readonly Article[]): boolean {
  if (ADDRESS.test(sentence)) return false;
  const source = articles.map(({ title, body }) => `${title} ${body}`).join(' ');
  const numbers = new Set(source.match(NUMBER));
  if ((sentence.match(NUMBER) ?? []).some((number) => !numbers.has(number))) return false;
  const language = articles[0]?.language ?? 'en';
  const known = new Set(englishTerms(inEnglish(source, language)));
  const terms = englishTerms(inEnglish(sentence, language));
  return terms.length > 0 && terms.filter((term) => known.has(term)).length >= BORNE_OUT * terms.length;
}
