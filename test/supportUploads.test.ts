import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../kit/context.ts';
import type { Database } from '../kit/database/database.ts';
import { openTestDatabase } from '../kit/database/testDatabase.ts';
import { Jobs } from '../kit/jobs/jobs.ts';
import { TEST_TIMINGS } from '../kit/jobs/testJobs.ts';
import { seedSubgraph, startSubgraph } from '../kit/start.ts';
import { NO_RESOURCES } from '../kit/testResources.ts';
import { Uploads } from '../kit/uploads/uploads.ts';
import { startTestRouter, type TestRouter } from '../router/testRouter.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import support from '../subgraphs/support/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';

const log = pino({ level: 'silent' });
const PHOTO = readFileSync(new URL('../world/inquiries/photos/tiffin.jpg', import.meta.url));
const IDENTITIES: Readonly<Record<string, Identity>> = {
  siti: { subject: 'user-siti', tenant: 'shop', scopes: [] },
  budi: { subject: 'user-budi', tenant: 'shop', scopes: [] },
  agent: { subject: 'agent-ayu', tenant: 'shop', scopes: ['support:read'] },
};

let database: Database;
let jobs: Jobs;
let uploads: Uploads;
let router: TestRouter;

beforeAll(async () => {
  database = await openTestDatabase();
  jobs = await Jobs.open({ database, log, timings: TEST_TIMINGS });
  uploads = await Uploads.open({ database, log });
  const resources = {
    ...NO_RESOURCES,
    database: async () => database,
    jobs: async () => jobs,
    uploads: async () => uploads,
  };
  const island = await startSubgraph(support, { resources, log });
  await seedSubgraph(support, { resources, log });
  router = await startTestRouter({
    supergraph: composeSupergraph([{ name: support.name, url: 'http://support.test/graphql', sdl: island.sdl }]),
    transportTo: () => createInProcessTransport(island, log),
    authenticate: async (authorization) => IDENTITIES[authorization ?? ''] ?? ANONYMOUS,
    uploads: resources.uploads,
  });
});
afterAll(async () => {
  await router?.close();
  await uploads?.close();
  await jobs?.close({ patienceMs: 0 });
  await database?.close();
});

const upload = async (who: string): Promise<string> => {
  const response = await fetch(`${router.url}/uploads?fileName=rantang.jpg`, {
    method: 'POST',
    headers: { authorization: who, 'content-type': 'image/jpeg' },
    body: PHOTO,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
};

interface Answer {
  readonly data: { readonly createInquiry?: { readonly id: string } | null; readonly inquiry?: unknown };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const ask = async (who: string, query: string, variables: object): Promise<Answer> =>
  (await (await router.post({ query, variables }, { authorization: who })).json()) as Answer;

const CREATE = `mutation ($uploadIds: [ID!]) {
  createInquiry(input: { message: "Rantangnya penyok.", uploadIds: $uploadIds }) { id attachments { id } }
}`;
const LOOK = `query ($id: ID!) { inquiry(id: $id) { attachments { fileName contentType byteSize } } }`;

test('a photo that a customer uploads goes along with the inquiry, for the customer and for agents alone', async () => {
  const { data, errors } = await ask('siti', CREATE, { uploadIds: [await upload('siti')] });
  expect(errors).toBeUndefined();
  const id = data.createInquiry?.id;
  const attachments = [{ fileName: 'rantang.jpg', contentType: 'image/jpeg', byteSize: PHOTO.length }];
  expect((await ask('siti', LOOK, { id })).data).toEqual({ inquiry: { attachments } });
  expect((await ask('agent', LOOK, { id })).data).toEqual({ inquiry: { attachments } });
  expect((await ask('budi', LOOK, { id })).data).toEqual({ inquiry: null });
  expect((await ask('', LOOK, { id })).data).toEqual({ inquiry: null });
});

test('nobody sends along what somebody else uploaded, though it be the same picture', async () => {
  const ofSiti = await upload('siti');
  const ofBudi = await upload('budi');
  const stolen = await ask('budi', CREATE, { uploadIds: [ofSiti] });
  expect(stolen.data).toEqual({ createInquiry: null });
  expect(stolen.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  expect((await ask('budi', CREATE, { uploadIds: [ofBudi] })).errors).toBeUndefined();
  expect((await ask('siti', CREATE, { uploadIds: [ofSiti] })).errors).toBeUndefined();
});
