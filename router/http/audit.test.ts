import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestRouter, type TestRouter } from '../testRouter.ts';

let router: TestRouter;
beforeAll(async () => {
  router = await startTestRouter();
});
afterAll(() => router.close());

/** What https://github.com/graphql/graphql-http checks of a server. */
const audits = serverAudits({
  url: () => router.graphqlUrl,
  // A GET without a header that forces a preflight could be forged by another site; the audit's client sends none.
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } }),
});

test('the audit is the whole one', () => expect(audits.length).toBeGreaterThan(50));

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_, __, audit) => {
  const result = await audit.fn();
  expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
});
