import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../kit/config.ts';
import { ALICE } from '../../kit/jobs/testJobs.ts';
import { createResources } from '../../kit/resources.ts';
import { silent } from '../testGraph.ts';
import { startTestRouter } from '../testRouter.ts';

const headers = { prefer: 'respond-async' };

test('without a database the preference is ignored, as it may be', async () => {
  const router = await startTestRouter({ authenticate: async () => ALICE });
  onTestFinished(() => router.close());
  const response = await router.post({ query: '{ echo(text: "hi") }' }, headers);
  expect(response.status).toBe(200);
  expect(response.headers.get('preference-applied')).toBeNull();
  expect(await response.json()).toEqual({ data: { echo: 'hi' } });
  expect((await fetch(`${router.url}/operations/job-1`)).status).toBe(404);
});

test('while the database is away nothing is accepted, the client is told to come back, and everything else is answered', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/jobs' });
  const { jobs } = createResources(config, silent);
  const router = await startTestRouter({ authenticate: async () => ALICE, jobs });
  onTestFinished(() => router.close());
  const look = await fetch(`${router.url}/operations/job-1`);
  for (const response of [await router.post({ query: '{ echo(text: "hi") }' }, headers), look]) {
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
    expect(body).not.toMatch(/127\.0\.0\.1|hunter2|postgres/i);
  }
  expect(await (await router.post({ query: '{ echo(text: "hi") }' })).json()).toEqual({ data: { echo: 'hi' } });
});
