import { beforeAll, expect, test } from 'vitest';
import type { LoadedModel } from '../../kit/model/defineModel.ts';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../kit/model/folder/modelFile.ts';
import { FIRST_ORDER } from './features/firstOrder.ts';
import type { Features } from './features/names.ts';
import { type Risk, reasonsOf } from './risk.ts';
import rules, { parseRules } from './rules.ts';
import { tensors } from './tensors.ts';

let model: LoadedModel<Features, Risk>;
beforeAll(async () => {
  const folder = new URL('rules/', import.meta.url);
  const { manifest } = await readManifest(folder);
  const read = (name: string) => readModelFile(folder, name, manifest.files[name] ?? { source: 'file:-', sha256: '' });
  model = await rules.load({ manifest, read, onUnload: () => {} });
});

async function score(different: Partial<Features>): Promise<Risk> {
  const [result] = await model.predict([{ ...FIRST_ORDER, ACCOUNT_AGE: 400, ...different }]);
  if (result === undefined || result instanceof Error) throw result ?? new Error('There is no result.');
  return result.output;
}

test('of an order against which nothing speaks the base is left', async () => {
  const quiet = await score({});
  expect(quiet).toMatchObject({ decision: 'APPROVE', base: -5.5 });
  expect(reasonsOf(quiet)).toEqual([]);
});

test.each([
  ['cards are tried', { FAILED_ATTEMPTS: 9, CARDS_TRIED: 9 }, ['FAILED_ATTEMPTS', 'CARDS_TRIED']],
  ['an account is emptied', { NEW_DEVICE: 1, NEW_ADDRESS: 1, DEAREST_AGAINST_HABIT: 8 }, ['DEAREST_AGAINST_HABIT']],
  ['vouchers come from one device', { DEVICE_VOUCHERS_LAST_MONTH: 4 }, ['DEVICE_VOUCHERS_LAST_MONTH']],
] as const)('when %s, the score rises, and why is told', async (_, different, reasons) => {
  const risky = await score(different);
  expect(risky.score).toBeGreaterThan((await score({})).score * 4);
  expect(reasonsOf(risky)).toEqual(expect.arrayContaining([...reasons]));
  const logit = risky.contributions.reduce((sum, one) => sum + one, risky.base);
  expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(risky.score, 12);
});

test('what is no item fails alone, and says what was expected', async () => {
  // As from a caller in plain JavaScript.
  const items: readonly unknown[] = [
    FIRST_ORDER,
    { ...FIRST_ORDER, AMOUNT: -1 },
    { ...FIRST_ORDER, HOUR: 'noon' },
    null,
  ];
  expect(await model.predict(items as readonly Features[])).toMatchObject([
    { output: { decision: 'APPROVE' } },
    { code: 'BAD_USER_INPUT', message: 'AMOUNT: expected a number from 0, got -1.' },
    { code: 'BAD_USER_INPUT', message: 'HOUR: expected a number, or null where there is none, got "noon".' },
    { code: 'BAD_USER_INPUT', message: 'AMOUNT: expected a number from 0, got nothing.' },
  ]);
});

test('rules about what is no feature are refused', () => {
  expect(() => parseRules('{"base":0,"rules":[{"feature":"STAR_SIGN","from":1,"points":1}]}')).toThrow('feature');
});

test('as tensors, what is missing is NaN', async () => {
  const row = [40, ...Array.from({ length: 33 }, () => Number.NaN)];
  const item = tensors.toItem({ features: row });
  expect(item).toMatchObject({ AMOUNT: 40, DEAREST_ITEM: null, PAID_IN_CASH: null });
  const risk = await score({});
  const rows = tensors.toRows(risk);
  expect(rows.score).toEqual([risk.score]);
  expect(String(Buffer.from(rows.decision?.[0] as Uint8Array))).toBe('APPROVE');
  expect(rows.contributions).toHaveLength(34);
});
