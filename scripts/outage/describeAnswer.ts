import type { StoryAnswer } from './customer.ts';

const WIDTH = 76;
const FIELDS = ['language', 'sentiment', 'topic', 'suggestedReply'] as const;

/** A line for each part of an answer: what it says, whether it is degraded, or why it is null. */
export function describeAnswer({ inquiry, errors, ms }: StoryAnswer): string {
  const { language, sentiment, topic, suggestedReply: reply } = inquiry;
  const said: Readonly<Record<(typeof FIELDS)[number], string | undefined>> = {
    language: language?.code,
    sentiment: sentiment?.label,
    topic: topic ? `${topic.label ?? 'none'}${topic.subtopic ? ` / ${topic.subtopic}` : ''}` : undefined,
    suggestedReply: reply ? shorten(reply.text) : undefined,
  };
  const lines = FIELDS.map((field) => {
    const part = inquiry[field];
    if (part === null) return [field, 'null', codesOf(field, errors)] as const;
    return [field, part.degraded ? 'degraded' : 'came', said[field] ?? ''] as const;
  });
  const cited = reply?.citations.flatMap((article) => (article ? [article.title] : [])) ?? [];
  return [
    ['message', 'came', shorten(inquiry.message)] as const,
    ...lines,
    ...(cited.length > 0 ? [['', '', shorten(`from: ${cited.join(' · ')}`)] as const] : []),
    ...(reply?.handoff ? [['', '', 'and a person is to look at it'] as const] : []),
    ['', '', `${ms.toFixed(0)} ms`] as const,
  ]
    .map(([field, state, text]) => `   ${field.padEnd(15)} ${state.padEnd(9)} ${text}`.trimEnd())
    .join('\n');
}

function codesOf(field: string, errors: StoryAnswer['errors']): string {
  const codes = errors.flatMap(({ path, extensions }) => (path?.[1] === field ? [extensions.code] : []));
  return codes.join(', ');
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}
