import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DefinitionOf } from '../../kit/model/defineModel.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import type { Answer, Ask } from './ask.ts';
import type tasteModel from './model.ts';
import type popularModel from './popular.ts';
import { recommendBeside, recommendTo } from './recommend.ts';
import { Shelf } from './shelf/shelf.ts';

const at = (path: string) => new URL(path, import.meta.url);
const popular: DefinitionOf<typeof popularModel> = { folder: at('popular/'), code: at('popular.ts') };
const broken: DefinitionOf<typeof tasteModel> = {
  folder: at('model/'),
  code: at('fixtures/brokenModel.ts'),
  fallback: popular,
};

let runtime: ModelRuntime;
let taste: ModelHandle<Ask, Answer>;
beforeAll(async () => {
  runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 });
  taste = await runtime.load(broken);
});
afterAll(() => runtime?.close());

const [tiffin, cooker, kaya] = ['product-tiffin-enamel', 'product-rice-cooker-mini', 'product-kaya-pandan'] as const;
const products = [tiffin, cooker, kaya].map((product) => ({ product, currency: 'SGD', text: product }));
const vectors = new Map([
  [tiffin, Float32Array.of(1, 0)],
  [cooker, Float32Array.of(0.8, 0.6)],
  [kaya, Float32Array.of(0, 1)],
]);

test('where tastes cannot be told, what reads alike and what sells best stand in, and say so', async () => {
  const shelf = new Shelf(products, vectors, '1');
  const recommending = { taste, shelf, options: {} };
  const similar = await recommendBeside(tiffin, 'SIMILAR', 5, recommending);
  expect(similar).toMatchObject({ degraded: true, model: { name: 'recommendations-popular' } });
  expect(similar.items).toMatchObject([{ product: cooker, reason: 'READS_ALIKE', because: [tiffin] }]);
  expect(similar.items[0]?.score).toBeCloseTo(0.8, 6);

  const history = { bought: [{ product: tiffin, at: new Date() }], country: 'SG' };
  const next = await recommendTo(history, 5, recommending);
  expect(next.degraded).toBe(true);
  expect(next.items.length).toBeGreaterThan(0);
  for (const { product, reason } of next.items) {
    expect(product).not.toBe(tiffin);
    expect(reason).toBe('POPULAR_IN_COUNTRY');
  }
});

test('where texts are not read yet, an answer says that it is less than usual', async () => {
  const shelf = new Shelf(products, new Map(), '1');
  const { degraded, items } = await recommendBeside(tiffin, 'SIMILAR', 5, { taste, shelf, options: {} });
  expect(degraded).toBe(true);
  expect(items.map(({ reason }) => reason)).toEqual(items.map(() => 'POPULAR'));
});
