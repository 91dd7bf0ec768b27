import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import { type RunningRouter, startRouter } from '../../router/start.ts';
import { composeTestGraph, createMood, createShop, silent, testSdl } from '../../router/testGraph.ts';
import { createInProcessTransport } from '../../router/transport/inProcess.ts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PATHS.find((path) => existsSync(path)) ?? '';

describe.skipIf(executablePath === '')('the explorer in Chromium, without a network', () => {
  let router: RunningRouter;
  let browser: Browser;

  beforeAll(async () => {
    const subgraphs = { shop: createShop(), mood: createMood() };
    router = await startRouter({
      supergraph: composeTestGraph(testSdl),
      transportTo: ({ name }) => createInProcessTransport(name === 'shop' ? subgraphs.shop : subgraphs.mood, silent),
      authenticate: async () => ANONYMOUS,
      forwardHeaders: [],
      firstQuery: '{ things { name mood } }',
      host: '127.0.0.1',
      port: 0,
      log: silent,
    });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    await router?.close();
  });

  test('loads, runs its first query by a click, shows the answer, and asks nobody but this router', async () => {
    const { origin } = new URL(router.url);
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.origin === origin) return route.continue();
      elsewhere.push(url.href);
      return route.abort();
    });
    page.on('websocket', (socket) => elsewhere.push(socket.url()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });

    await page.goto(`${router.url}/`);
    await page.getByText('things', { exact: true }).first().waitFor();
    await page.getByText('Send Request').click();
    await page.getByText('"bright"').waitFor();
    await page.getByText('"soft"').waitFor();

    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
