import { expect, test } from 'vitest';
import { ANONYMOUS } from './context.ts';
import { askAs, askPartlyAs, type GraphAnswer } from './graph.ts';

const late = { message: 'Too late.', extensions: { code: 'DEADLINE_EXCEEDED', service: 'mood' } };
const callerOf = (signal = new AbortController().signal) => ({
  identity: ANONYMOUS,
  signal,
  deadline: Date.now() + 1_000,
});
const graphOf = (answer: GraphAnswer) => ({ execute: async () => answer });

test('asked in part, the graph tells what it can, and what failed', async () => {
  const answer = { data: { thing: { mood: null } }, errors: [late] };
  expect(await askPartlyAs(graphOf(answer), callerOf())('{ thing { mood } }')).toEqual(answer);
  expect(await askPartlyAs(graphOf({ data: {} }), callerOf())('{ thing { mood } }')).toEqual({ data: {}, errors: [] });
});

test.each([[undefined], [null]])(
  'asked in part, it rejects with the first error when there is no data: %s',
  async (data) => {
    const asked = askPartlyAs(graphOf({ data, errors: [late] }), callerOf())('{ thing }');
    await expect(asked).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'Too late.',
      extensions: { service: 'mood' },
    });
  },
);

test('asked for all, it rejects with the first error also when there is data', async () => {
  const asked = askAs(graphOf({ data: { thing: { mood: null } }, errors: [late] }), callerOf())('{ thing { mood } }');
  await expect(asked).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('asked either way, it rejects once nobody wants the answer, and where there is no graph', async () => {
  const gone = callerOf(AbortSignal.abort(new Error('gone')));
  for (const as of [askAs, askPartlyAs]) {
    await expect(as(graphOf({ data: {} }), gone)('{ thing }')).rejects.toThrow('gone');
    await expect(as(undefined, callerOf())('{ thing }')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  }
});
