import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';
import { MESSAGES } from './messages.ts';

const NEW_INQUIRY = 'mutation ($message: String!) { createInquiry(input: { message: $message }) { id } }';
const STORY = `query ($id: ID!) {
  inquiry(id: $id) {
    message
    language { code degraded }
    sentiment { label degraded }
    topic { label subtopic degraded }
    suggestedReply { text citations { title } handoff degraded }
  }
}`;
const PAUSE_MS = 100;

const judgement = z.object({ degraded: z.boolean() });
const inquiryShape = z.object({
  message: z.string(),
  language: judgement.extend({ code: z.string() }).nullable(),
  sentiment: judgement.extend({ label: z.string() }).nullable(),
  topic: judgement.extend({ label: z.string().nullable(), subtopic: z.string().nullable() }).nullable(),
  suggestedReply: judgement
    .extend({ text: z.string(), citations: z.array(z.object({ title: z.string() }).nullable()), handoff: z.boolean() })
    .nullable(),
});
const errorsShape = z
  .array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])).optional(),
      extensions: z.object({ code: z.string() }),
    }),
  )
  .default([]);

const created = z.object({ data: z.object({ createInquiry: z.object({ id: z.string() }) }) });
const told = z.object({ data: z.object({ inquiry: inquiryShape }), errors: errorsShape });

export interface StoryAnswer {
  readonly inquiry: z.infer<typeof inquiryShape>;
  readonly errors: z.infer<typeof errorsShape>;
  readonly ms: number;
}

export function isWhole({ inquiry, errors }: StoryAnswer): boolean {
  const { language, sentiment, topic, suggestedReply } = inquiry;
  const parts = [language, sentiment, topic, suggestedReply];
  return (
    errors.length === 0 && parts.every((part) => part !== null && !part.degraded) && suggestedReply?.handoff === false
  );
}

/** Writes to the shop, again and again, and asks for what becomes of it. */
export class Customer {
  readonly #url: string;
  #written = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** A new message each time: what the models were asked before, they know. */
  async ask(): Promise<StoryAnswer> {
    const message = MESSAGES[this.#written % MESSAGES.length] ?? '';
    const again = Math.floor(this.#written / MESSAGES.length);
    this.#written += 1;
    const { createInquiry } = created.parse(
      await this.#post(NEW_INQUIRY, { message: again === 0 ? message : `${message} (${again + 1})` }),
    ).data;
    const before = performance.now();
    const answer = await this.#post(STORY, { id: createInquiry.id });
    const ms = performance.now() - before;
    const { data, errors } = told.parse(answer);
    return { ...data, errors, ms };
  }

  /**
   * Asks until an answer is as wanted.
   * @returns that answer, or the last one after so many tries.
   * @throws CodedError `DEADLINE_EXCEEDED` when none is in time.
   */
  async askUntil(
    wanted: (answer: StoryAnswer) => boolean,
    patienceMs: number,
    tries = Number.POSITIVE_INFINITY,
  ): Promise<StoryAnswer> {
    const end = performance.now() + patienceMs;
    for (let tried = 1; ; tried++) {
      const answer = await this.ask();
      if (wanted(answer) || tried >= tries) return answer;
      if (performance.now() > end) {
        throw new CodedError(
          'DEADLINE_EXCEEDED',
          `The graph did not answer as expected within ${patienceMs} ms; its last answer was ${JSON.stringify(answer)}.`,
        );
      }
      await pause(PAUSE_MS);
    }
  }

  async #post(query: string, variables: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }
}
