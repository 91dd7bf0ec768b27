import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { conform } from '../../conformance/conform.ts';
import { reportOutcome } from '../../conformance/report.ts';
import type { Sample } from '../../conformance/sample.ts';
import { testSamples } from '../../conformance/testSchema.ts';
import { startTestSubgraph } from '../../conformance/testSubgraph.ts';
import { readConfig } from '../../kit/config.ts';
import type { Identity } from '../../kit/context.ts';
import { listen } from '../../kit/http.ts';
import { createIdentitySigner } from '../../kit/identity.ts';
import { defineJob } from '../../kit/jobs/defineJob.ts';
import { createResources, type Resources } from '../../kit/resources.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { seedSubgraph, startSubgraph } from '../../kit/start.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import {
  DAMAGED_ORDER_ID,
  DAMAGED_PRODUCT_ID,
  LATE_PRODUCT_ID,
  STORY_INQUIRY_EN,
  STORY_USER_ID,
} from '../../world/story.ts';
import { copyPreparedWorld } from '../preparedWorld.ts';
import { runProcess } from '../processes.ts';

const log = pino({ level: 'silent' });
const identityKey = 'a key of the tests, which nobody else shall know';
/** She of the story, whose order and inquiry it is. */
const RINA: Identity = { subject: STORY_USER_ID, tenant: 'demo', scopes: [] };

/** Entities of the demo world by their types, with what islands require of them. */
const samples: readonly Sample[] = [
  {
    typename: 'Product',
    fields: {
      id: DAMAGED_PRODUCT_ID,
      name: 'Peranakan Enamel Tiffin Carrier, 3 Tiers',
      description: 'Three enamel tiers that lock with a side clip.',
      category: { id: 'kitchen', name: 'Kitchen & Dining' },
      price: { amount: '59.90', currency: 'SGD' },
    },
  },
  { typename: 'Product', fields: { id: LATE_PRODUCT_ID } },
  { typename: 'Category', fields: { id: 'kitchen' } },
  { typename: 'Review', fields: { id: 'review-tiffin-enamel-01', body: 'It leaks, and nobody answers my messages.' } },
  { typename: 'User', fields: { id: STORY_USER_ID } },
  { typename: 'Order', fields: { id: DAMAGED_ORDER_ID } },
  {
    typename: 'Inquiry',
    fields: {
      id: STORY_INQUIRY_EN,
      message: 'The lid of the tiffin carrier came with a deep dent. Can you send me a new one?',
      language: { code: 'en' },
      sentiment: { label: 'NEGATIVE' },
      topic: { label: 'PRODUCT_PROBLEM', subtopic: 'DAMAGED' },
    },
  },
  { typename: 'Attachment', fields: { id: 'attachment-story-en-1' } },
  { typename: 'Article', fields: { id: 'article-damaged-on-arrival-en' } },
];

/** Of a kind that nobody works on. */
const idle = defineJob({ kind: 'conformance.idle', input: z.null(), handler: async () => null });

let folder: string;
let resources: Resources;
let job: Sample;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  await copyPreparedWorld(folder);
  resources = createResources(readConfig({ ARCHIPELAGO_DATA: folder }), log);
  const { id } = await (await resources.jobs()).submit(idle, null, { identity: RINA });
  job = { typename: 'Job', fields: { id } };
}, 180_000);
afterAll(async () => {
  await resources?.drain();
  await resources?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an island need not have. */
const OPTIONAL = ['service.modelVersion', 'service.deadlines', 'entities.types'];

// Models are loaded, on a machine with other work.
test.for(Object.keys(subgraphs))('%s keeps the contract', { timeout: 120_000 }, async (name) => {
  const entry = subgraphs[name];
  if (!(entry instanceof Function)) return;
  const { default: definition } = await entry();
  await seedSubgraph(definition, { resources, log });
  const island = await startSubgraph(definition, { resources, log });
  const app = await serveSubgraph(island, { log, identityKey });
  try {
    const url = new URL(`${await listen(app, { host: '127.0.0.1', port: 0 })}/graphql`);
    const headers = Object.fromEntries([createIdentitySigner(identityKey)(RINA)]);
    const outcomes = await conform({ url, headers, samples: [...samples, job] });
    const bare = outcomes.some(({ check, status }) => check.id === 'entities.unknown' && status === 'skip');
    const unexpected = outcomes.filter(({ check, status }) => {
      if (status !== 'skip') return status === 'fail';
      return !OPTIONAL.includes(check.id) && !(bare && check.id.startsWith('entities.'));
    });
    expect(unexpected.map(reportOutcome)).toEqual([]);
  } finally {
    await app.close();
    await island.close();
  }
});

/** `npm run conformance -- URL` with the entities that the test subgraph has. */
async function command(
  broken: string | undefined,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const subgraph = await startTestSubgraph(broken);
  try {
    return await runProcess({ entrance: 'conformance/main.ts', args: [subgraph.url.href, ...args] });
  } finally {
    await subgraph.close();
  }
}

test('the command ends with 0 where the contract is kept, with 1 where it is not, and says why', async () => {
  const entities = testSamples.flatMap(({ typename, fields }) => ['--entity', `${typename}:${JSON.stringify(fields)}`]);
  const kept = await command(undefined, ...entities);
  expect(kept.output).toMatch(/\n\d+ passed, 0 failed, 0 skipped\./);
  expect(kept.code).toBe(0);

  const broken = await command('health.ready');
  expect(broken.output).toMatch(
    /^FAIL {2}health\.ready .*\n +expected +status 200\n +came +status 404: \{\}\n +do +\S/m,
  );
  expect(broken.output).toMatch(/^skip {2}entities\.known .* --entity 'Mug:/m);
  expect(broken.code).toBe(1);

  const stray = await command(undefined, '--entity', 'Teapot:{"id":"1"}');
  expect(stray.output).toContain(
    'CONFIG_INVALID: --entity: expected a type that the subgraph resolves by a key, one of Mug',
  );
  expect(stray.code).toBe(1);
}, 60_000);
