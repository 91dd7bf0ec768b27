import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATION_LIMITS } from '../router/operation/limits.ts';
import type { PlanNode } from '../router/operation/plan.ts';
import { Planner } from '../router/operation/planner/planner.ts';

const supergraph = readFileSync(new URL('../supergraph/supergraph.graphql', import.meta.url), 'utf8');

const planner = new Planner({ planningMs: 10_000, waiting: 1 });
let graph: number;
beforeAll(async () => {
  ({ graph } = await planner.load(supergraph));
});
afterAll(() => planner.close());

/** Who is asked: one after another in a list, at once in a set. */
type Course = string | readonly Course[] | ReadonlySet<Course>;

function courseOf(node: PlanNode | null): Course {
  if (node === null) return [];
  if (node.kind === 'fetch') return node.service;
  if (node.kind === 'condition') return [courseOf(node.whenTrue), courseOf(node.whenFalse)];
  const courses = node.nodes.map(courseOf);
  return node.kind === 'parallel' ? new Set(courses) : courses;
}

async function planOf(query: string): Promise<Course> {
  const operation = { query, operationName: undefined, labels: [], denials: [], limits: OPERATION_LIMITS };
  return courseOf(await planner.plan(graph, operation));
}

test('the story asks for a message, its language, mood and topic at once, then the reply, then the titles it cites', async () => {
  const plan = await planOf(`query ($id: ID!) {
    inquiry(id: $id) {
      message
      language { code }
      sentiment { label }
      topic { label }
      suggestedReply { text citations { title } handoff }
    }
  }`);
  expect(plan).toEqual(['support', 'language', new Set(['sentiment', 'topics']), 'assistant', 'support']);
});

test('the reply alone asks for all that it stands on, and for nothing else', async () => {
  const plan = await planOf('query ($id: ID!) { inquiry(id: $id) { suggestedReply { text } } }');
  expect(plan).toEqual(['support', 'language', new Set(['sentiment', 'topics']), 'assistant']);
});

test('what stands in an attachment is asked for once support has told which upload it is', async () => {
  const plan = await planOf('query ($id: ID!) { inquiry(id: $id) { attachments { document { kind } } } }');
  expect(plan).toEqual(['support', 'documents']);
});
