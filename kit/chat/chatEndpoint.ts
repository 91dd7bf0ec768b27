import { z } from 'zod';
import { CodedError, type ErrorCode } from '../errors.ts';
import { redact } from './redact.ts';
import { readEvents } from './serverSentEvents.ts';

export interface ChatAddress {
  /** Of the API: what comes before `/chat/completions`. */
  readonly url: string;
  /** The model, as the server calls it. */
  readonly model: string;
  readonly key?: string | undefined;
}

export interface ChatRequest {
  /** What it is to do; told as it is. */
  readonly instructions: string;
  /** What somebody wrote; whatever `redact` takes out of it stays here. */
  readonly message: string;
  /** The most tokens that the answer may have. */
  readonly maxTokens: number;
}

export interface ChatOptions {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

export interface ChatAnswer {
  readonly text: string;
  /** False when it ends because it reached `maxTokens`. */
  readonly whole: boolean;
}

/** A language model behind the chat completions API, as OpenAI made it and vLLM, llama.cpp, Ollama and others serve it. */
export interface ChatEndpoint {
  /** The model, as it was configured. */
  readonly model: string;
  /**
   * @throws CodedError `MODEL_UNAVAILABLE` (not reached, refused), `OVERLOADED`, `MODEL_FAILED` (what came is no answer, or
   * not a whole one), `DEADLINE_EXCEEDED`; the signal's reason once it aborts.
   */
  complete(request: ChatRequest, options: ChatOptions): Promise<ChatAnswer>;
}

const MAX_BYTES = 1_048_576;
/** Each holds a connection and a request of ours; who comes then is better off without. */
const MAX_UNDER_WAY = 32;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

const chunkShape = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  error: z.unknown().optional(),
});

export function createChatEndpoint({ url, model, key }: ChatAddress): ChatEndpoint {
  const target = `${url.replace(/\/+$/, '')}/chat/completions`;
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  let underWay = 0;

  const ask = async ({ instructions, message, maxTokens }: ChatRequest, signal: AbortSignal): Promise<ChatAnswer> => {
    const body = JSON.stringify({
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: redact(message) },
      ],
      max_tokens: maxTokens,
      temperature: 0,
      stream: true,
    });
    // A redirect would carry the key, and the message, to where nobody meant to send them.
    const response = await fetch(target, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        throw fault('MODEL_UNAVAILABLE', 'does not answer', cause);
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      const code = response.status === 429 || response.status === 503 ? 'OVERLOADED' : 'MODEL_UNAVAILABLE';
      throw fault(code, `answers with the status ${response.status}`);
    }
    if (response.body === null || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      throw fault('MODEL_FAILED', 'answers with something that is not a text/event-stream');
    }
    return readAnswer(response.body).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw cause instanceof CodedError ? cause : fault('MODEL_FAILED', 'answers with a broken stream', cause);
    });
  };

  return {
    model,
    complete: async (request, { signal, deadline }) => {
      signal.throwIfAborted();
      const ms = deadline - Date.now();
      if (ms <= 0) throw tooLate();
      if (underWay >= MAX_UNDER_WAY) throw fault('OVERLOADED', `is asked ${underWay} times at once`);
      const late = AbortSignal.timeout(Math.min(ms, MAX_TIMEOUT_MS));
      underWay += 1;
      try {
        return await ask(request, AbortSignal.any([signal, late]));
      } catch (error) {
        signal.throwIfAborted();
        throw late.aborted ? tooLate() : error;
      } finally {
        underWay -= 1;
      }
    },
  };
}

async function readAnswer(body: AsyncIterable<Uint8Array>): Promise<ChatAnswer> {
  let text = '';
  let finish: string | null = null;
  for await (const data of readEvents(body, MAX_BYTES)) {
    if (data === '[DONE]') break;
    const { choices, error } = chunkShape.parse(JSON.parse(data));
    if (error !== undefined && error !== null) throw fault('MODEL_FAILED', 'tells of an error in its stream');
    const [choice] = choices;
    text += choice?.delta?.content ?? '';
    finish = choice?.finish_reason ?? finish;
  }
  if (finish !== 'stop' && finish !== 'length') {
    throw fault('MODEL_FAILED', finish === null ? 'ends its stream too early' : 'ends its answer for another reason');
  }
  return { text, whole: finish === 'stop' };
}

/** The endpoint's address and what it says are the operator's; its clients are told neither. */
function fault(code: ErrorCode, what: string, cause?: unknown): CodedError {
  return new CodedError(code, `The language model's endpoint ${what}.`, { cause });
}

function tooLate(): CodedError {
  return fault('DEADLINE_EXCEEDED', 'did not answer in time');
}
