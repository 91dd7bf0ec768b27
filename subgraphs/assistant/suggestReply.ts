import type { ChatEndpoint } from '../../kit/chat/chatEndpoint.ts';
import type { RequestContext } from '../../kit/context.ts';
import type { Predicted } from '../../kit/model/handle.ts';
import { leaveTimeToFallBack, mayFallBack } from '../../kit/model/prediction/fallBack.ts';
import { type Asked, type Finding, type Found, findArticles } from './findArticles.ts';
import type { Ranking } from './ranking.ts';
import { type Sentence, writeAnswer } from './reply/answer.ts';
import { generate } from './reply/generate.ts';
import { checkQuoted, quote } from './reply/quote.ts';
import { fillTemplate, type Mood } from './reply/templates.ts';
import type { Article } from './retrieval/article.ts';

export interface Suggesting extends Finding {
  readonly chat: ChatEndpoint | null;
}

export interface Suggestion {
  readonly text: string;
  readonly citations: readonly Article[];
  readonly handoff: boolean;
  readonly degraded: boolean;
  readonly writtenBy: string | null;
  readonly predicted: Predicted<Ranking>;
}

/**
 * What to answer.
 * @throws CodedError `UNSUPPORTED_LANGUAGE`
 */
export async function suggestReply(
  asked: Asked & { readonly mood: Mood },
  suggesting: Suggesting,
  context: RequestContext,
): Promise<Suggestion> {
  const found = await findArticles(asked, suggesting, context);
  const { language, predicted, degraded } = found;
  const { output } = predicted;
  if (!output.answers) {
    const text = fillTemplate(language, asked.mood, null);
    return { text, citations: [], handoff: true, degraded, writtenBy: null, predicted };
  }
  const { sentences, writtenBy, failed } = await writeSentences(asked.text, found, suggesting.chat, context);
  const { text, citations } = writeAnswer(sentences);
  return {
    text: fillTemplate(language, asked.mood, text),
    citations,
    handoff: false,
    degraded: degraded || failed,
    writtenBy,
    predicted,
  };
}

interface Written {
  readonly sentences: readonly Sentence[];
  readonly writtenBy: string | null;
  /** Whether the language model was to write them and did not. */
  readonly failed: boolean;
}

/** Of the language model, if there is one; the articles' own where that fails, is late or says what they do not. */
async function writeSentences(
  message: string,
  found: Found,
  chat: ChatEndpoint | null,
  context: RequestContext,
): Promise<Written> {
  const quoted = checkQuoted(quote(found));
  if (chat === null) return { sentences: quoted, writtenBy: null, failed: false };
  const articles = found.hits.map(({ match }) => match.article);
  try {
    const { deadline = Number.POSITIVE_INFINITY } = leaveTimeToFallBack(context);
    const options = { signal: context.signal, deadline };
    const sentences = await generate({ message, language: found.language, articles }, chat, options);
    if (sentences.length > 0) return { sentences, writtenBy: chat.model, failed: false };
    context.log.warn('the language model said nothing that the articles bear out; quoting them instead');
  } catch (error) {
    if (context.signal.aborted || !mayFallBack(error)) throw error;
    context.log.warn({ err: error }, 'the language model did not answer; quoting articles instead');
  }
  return { sentences: quoted, writtenBy: null, failed: true };
}
