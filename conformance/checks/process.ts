import { type Check, Violation } from '../check.ts';
import { describe } from '../describe.ts';

const AT_ONCE = 32;

export const processChecks: readonly Check[] = [
  {
    id: 'health.live',
    rule: 'GET /live has status 200 as long as the process is worth keeping.',
    advice: 'Answer it without asking anything else; Kubernetes restarts what does not.',
    run: (subject) => requireHealth(subject.client.get('/live')),
  },
  {
    id: 'health.ready',
    rule: 'GET /ready has status 200 while the process can answer requests, and 503 while it cannot.',
    advice: 'Answer with 503 until models are loaded and stores are reached, then with 200.',
    run: (subject) => requireHealth(subject.client.get('/ready')),
  },
  {
    id: 'concurrency.own',
    rule: `Of ${AT_ONCE} requests at once each has its own answer.`,
    advice: 'Keep what belongs to one request out of what requests share.',
    needs: ['http.post', 'http.variables'],
    run: async ({ client }) => {
      const numbers = Array.from({ length: AT_ONCE }, (_, n) => n);
      const answers = await Promise.all(numbers.map((n) => client.ask({ query: `{ answer${n}: __typename }` })));
      answers.forEach(({ data, errors }, n) => {
        if (typeof data?.[`answer${n}`] !== 'string') {
          throw new Violation(`the key answer${n} in the answer of request ${n}`, describe(errors ?? data));
        }
      });
    },
  },
];

async function requireHealth(answer: Promise<{ readonly status: number; readonly body: string }>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Violation('status 200', `status ${status}: ${describe(body)}`);
}
