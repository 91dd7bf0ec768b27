import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createHttpApp, listen } from './http.ts';

const log = pino({ level: 'silent' });
const metrics = async () => ({ contentType: 'text/plain', body: 'up 1\n' });
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

function createApp(unready: () => Promise<string | null> = async () => null) {
  const app = createHttpApp({ log, unready, metrics });
  open.push(app);
  return app;
}

test('a process is live, ready and measured on the same three routes', async () => {
  const app = createApp();
  expect((await app.inject('/live')).json()).toEqual({ status: 'live' });
  expect((await app.inject('/ready')).json()).toEqual({ status: 'ready' });
  expect((await app.inject('/metrics')).body).toBe('up 1\n');
});

test('a process that cannot take traffic is live, and says why it is not ready', async () => {
  const app = createApp(async () => 'the database does not answer');
  expect((await app.inject('/live')).statusCode).toBe(200);
  const ready = await app.inject('/ready');
  expect(ready.statusCode).toBe(503);
  expect(ready.json()).toEqual({ status: 'unready', reason: 'the database does not answer' });
});

test('a taken port is a typed error that names the port and what to do', async () => {
  const url = await listen(createApp(), { host: '127.0.0.1', port: 0 });
  const port = Number(new URL(url).port);
  await expect(listen(createApp(), { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${port} on 127.0.0.1 is taken by another process. Stop that process, or set PORT to a free port.`,
  });
});
