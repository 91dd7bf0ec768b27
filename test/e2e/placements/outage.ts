import { EventEmitter, on } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Graph } from '../../graph.ts';

const QUERY = '{ products(first: 5) { nodes { name reviews(first: 3) { nodes { body sentiment { label } } } } } }';

interface Shape {
  readonly products: {
    nodes: { name: string; reviews: { nodes: { body: string; sentiment: { label: string } | null }[] } }[];
  };
}

type Answer = Awaited<ReturnType<Graph['ask']>>;

/** Between an answer and the next request of its connection: the load leaves the process that is started its time. */
const PAUSE_MS = 50;

/** Asks from several connections until told to stop, and keeps every answer. */
function keepAsking(graph: Graph, connections: number) {
  const answers: Answer[] = [];
  const arrivals = new EventEmitter();
  let asking = true;
  const done = Promise.all(
    Array.from({ length: connections }, async () => {
      while (asking) {
        const answer = await graph.ask(QUERY);
        answers.push(answer);
        arrivals.emit('answer', answer);
        await sleep(PAUSE_MS);
      }
    }),
  );
  return {
    answers,
    /** Resolves with the next answer that is as wanted. */
    until: async (wanted: (answer: Answer) => boolean) => {
      for await (const [answer] of on(arrivals, 'answer')) if (wanted(answer)) return;
    },
    stop: async () => {
      asking = false;
      await done;
    },
  };
}

function sentimentsOf(answer: Answer) {
  return (answer.data as unknown as Shape).products.nodes.flatMap(({ reviews }) =>
    reviews.nodes.map((one) => one.sentiment),
  );
}

export function outlivesAnIsland(graph: () => Graph): void {
  test('with the sentiment process killed under load, products and reviews still come; when it is back, so are predictions', async () => {
    const load = keepAsking(graph(), 8);
    const predicted = (answer: Answer) => sentimentsOf(answer).every((one) => one !== null);
    await load.until(predicted);
    await graph().kill('sentiment');
    await load.until((answer) => sentimentsOf(answer).every((one) => one === null));
    await graph().restart('sentiment');
    await load.until(predicted);
    await load.stop();

    expect(load.answers.length).toBeGreaterThan(20);
    const codes = load.answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
    expect(codes).toContain('SUBGRAPH_UNAVAILABLE');
    for (const answer of load.answers) {
      const { nodes } = (answer.data as unknown as Shape).products;
      expect(nodes.length).toBe(5);
      expect(nodes.flatMap(({ reviews }) => reviews.nodes).every((review) => review.body.length > 0)).toBe(true);
      const missing = sentimentsOf(answer).filter((one) => one === null).length;
      if (missing === 0) {
        expect(answer.errors).toBeUndefined();
        continue;
      }
      expect(answer.errors?.length).toBeGreaterThan(0);
      for (const error of answer.errors ?? []) {
        expect(error.path?.slice(0, 2)).toEqual(['products', 'nodes']);
        // Refused once it is gone; late where the kill caught it at work or its return finds it cold.
        expect(error.extensions).toMatchObject({
          code: expect.stringMatching(/^(SUBGRAPH_UNAVAILABLE|DEADLINE_EXCEEDED)$/),
          service: 'sentiment',
        });
        expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|ECONN/);
      }
    }
  }, 120_000);
}
