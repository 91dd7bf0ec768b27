import { expect, test } from 'vitest';
import { STORY_INQUIRY_EN } from '../../../world/story.ts';
import type { Graph, GraphqlResult } from '../../graph.ts';
import { inquiryOf, lostBetween, STORY } from '../../supportStory.ts';
import { ask, askWhole } from './supportStory.ts';

/** What a process that ends takes with it. */
export function onlyItsOwnFieldsAreMissing(graph: () => Graph): void {
  test.each([
    ['language', ['inquiry.language'], ['relatedProductHits', 'sentiment', 'topic', 'suggestedReply']],
    ['sentiment', ['inquiry.order.lines.product.reviews.nodes.sentiment', 'inquiry.sentiment'], ['suggestedReply']],
    ['topics', ['inquiry.topic'], ['suggestedReply']],
    ['assistant', ['inquiry.suggestedReply'], []],
    ['orders', ['inquiry.customer.name', 'inquiry.order'], []],
    ['catalog', ['inquiry.order.lines.product', 'inquiry.relatedProducts'], []],
    ['search', ['inquiry.relatedProductHits', 'inquiry.relatedProducts'], []],
    [
      'recommendations',
      ['inquiry.order.lines.product.recommendationDetails', 'inquiry.order.lines.product.recommendations'],
      [],
    ],
    ['fraud', ['inquiry.order.fraudRisk'], []],
    ['vision', ['inquiry.order.lines.product.imageAnalysis'], []],
    ['documents', ['inquiry.attachments.document'], []],
  ])(
    'with %s killed only its own fields are missing, and are back when it is',
    async (island, lost, degraded) => {
      const whole = await askWhole(graph(), STORY_INQUIRY_EN);
      await graph().kill(island);
      try {
        const answer = await ask(graph(), STORY, { id: STORY_INQUIRY_EN });
        const left = inquiryOf(answer);
        expect(lostBetween({ inquiry: whole }, answer.data)).toEqual(lost);
        const parts = Object.entries(left ?? {}).filter(([, part]) => part?.degraded === true);
        expect(parts.map(([name]) => name)).toEqual(degraded);
        expectTold(answer, island, lost);
      } finally {
        // Also for the tests that follow.
        await graph().restart(island);
      }
      expect(await askWhole(graph(), STORY_INQUIRY_EN)).toEqual(whole);
    },
    150_000,
  );

  test('with support killed there is no inquiry, and what has nothing to do with it comes', async () => {
    await graph().kill('support');
    const query =
      'query ($id: ID!) { inquiry(id: $id) { message topic { label } } products(first: 1) { nodes { name } } me { name } }';
    const answer = await ask(graph(), query, { id: STORY_INQUIRY_EN });
    expect(answer.data).toEqual({
      inquiry: null,
      products: { nodes: [{ name: expect.any(String) }] },
      me: { name: 'Rina Lestari' },
    });
    expectTold(answer, 'support', ['inquiry']);
    await graph().restart('support');
    await askWhole(graph(), STORY_INQUIRY_EN);
  }, 150_000);
}

/** Whatever is lost has its error, and nothing else has one. */
function expectTold({ errors = [] }: GraphqlResult, service: string, lost: readonly string[]): void {
  const told = errors.map(({ path = [] }) => path.filter((key) => typeof key === 'string').join('.'));
  expect(lost.filter((field) => !told.some((path) => path.startsWith(field)))).toEqual([]);
  expect(told.filter((path) => !lost.some((field) => path.startsWith(field)))).toEqual([]);
  for (const { extensions } of errors) expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', service });
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
}
