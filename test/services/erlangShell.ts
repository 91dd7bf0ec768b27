import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { lastLines } from './privateServer.ts';

const ANSWER_LIMIT_MS = 30_000;
const POLL_MS = 10;

/** Evaluates Erlang expressions, separated by commas, and resolves with the value of the last as Erlang prints it. */
export type Evaluate = (expressions: string) => Promise<string>;

/**
 * The shell of an Erlang machine, which reads its standard input, by `type`, and answers in its log. It answers within
 * milliseconds; rabbitmqctl is an Erlang machine of its own and takes seconds to start.
 */
export function erlangShell(type: (text: string) => void, logFile: string): Evaluate {
  let count = 0;
  return async (expressions) => {
    count += 1;
    const mark = `answer ${count}:`;
    type(`io:format("~n${mark} ~0p~n", [begin ${expressions} end]).\n`);
    const deadline = Date.now() + ANSWER_LIMIT_MS;
    while (Date.now() < deadline) {
      const answer = new RegExp(`^${mark} (.*)$`, 'm').exec(readFileSync(logFile, 'utf8'))?.[1];
      if (answer !== undefined) return answer;
      await wait(POLL_MS);
    }
    throw new Error(
      `Expected Erlang to evaluate '${expressions}' within ${ANSWER_LIMIT_MS} ms, but it answered nothing. ` +
        `See whether it runs, and what it says of the expression. ${lastLines(logFile)}`,
    );
  };
}
