import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { createOrderWorld } from '../../../world/orders.ts';
import { type Lister, measureAll, measureFresh, tasteLister } from '../learn/evaluate.ts';
import { learnPopularity } from '../learn/learnPopularity.ts';
import { learnTaste } from '../learn/learnTaste.ts';
import { nextOrdersOf } from '../learn/nextOrders.ts';
import { salesUntil } from '../learn/purchases.ts';
import { recommendPopular } from '../popular.ts';
import { formatTaste } from '../taste.ts';
import { encoderManifest, readProducts } from './embed.ts';
import { openNextOrders } from './heldOut.ts';
import { DEV, days, TEST } from './months.ts';
import { measureNewProducts } from './newProducts.ts';
import { measureAfterLast, measureBaskets, measureSameKind, popularProducts, tasteProducts } from './productFigures.ts';
import { qualityOf } from './quality.ts';
import { measureSetting, SETTINGS } from './settings.ts';
import { showChoices } from './showChoices.ts';
import { supplyFigures } from './supplyFigures.ts';
import { worldSales } from './worldSales.ts';

/** Goes up whenever taste.json or popularity.json changes. */
const VERSION = '1.0.0';

const SIMULATED = 'simulated orders of the demo world';

/** Trains the models of the island on all but the last month, measures them on that, prints the figures and writes their folders. */
export async function train(): Promise<void> {
  const read = await readProducts();
  const sales = worldSales(createOrderWorld());
  showChoices(sales, read);
  const past = salesUntil(sales, TEST.from);
  const taste = learnTaste(past, TEST.from);
  const tasteJson = formatTaste(taste);
  const named = { name: 'recommendations-taste', version: VERSION };
  const nextOrders = await openNextOrders(sales, { ...named, weights: tasteJson });
  const on = `next orders, ${days(TEST)}, ${SIMULATED}`;

  const { byText, byChance } = measureNewProducts(
    salesUntil(sales, DEV.from),
    DEV.from,
    nextOrdersOf(sales, DEV.from, DEV.until),
    read,
  );
  console.log(`New products by chance: HR@10 ${byChance.toFixed(3)}`);
  const newProducts = qualityOf(
    'new products by their texts',
    `next orders, ${days(DEV)}, products held out in turn, ${SIMULATED}`,
    byText,
  );
  const companions = tasteProducts('BOUGHT_TOGETHER', taste, past, read);
  const similar = tasteProducts('SIMILAR', taste, past, read);
  const kinds = measureSameKind(past, similar);
  const quality = [
    ...qualityOf('free choices', on, measureFresh(nextOrders, tasteLister(taste, past, read, 'fresh'))),
    ...qualityOf('all lines', on, measureAll(nextOrders, tasteLister(taste, past, read, 'all'))),
    ...qualityOf(
      'all lines, if nothing were recommended again',
      on,
      measureAll(nextOrders, tasteLister(taste, past, read, 'fresh')),
    ),
    ...qualityOf(
      'bought together',
      `orders with several lines, ${days(TEST)}, ${SIMULATED}`,
      measureBaskets(sales, TEST, companions),
    ),
    ...qualityOf('similar, then bought', on, measureAfterLast(nextOrders, similar)),
    {
      metric: 'similar: one of the same kind among five',
      on: 'products with another of their kind',
      value: Number((kinds.found / kinds.of).toFixed(4)),
      n: kinds.of,
      interval: rounded(wilsonInterval(kinds.found, kinds.of)),
    },
    ...newProducts,
  ];
  for (const { metric, value, n, interval } of quality) {
    console.log(
      `  ${metric}: ${value.toFixed(4)} [${interval?.map((bound) => bound.toFixed(4)).join(', ')}], n = ${n}`,
    );
  }
  const popular = measureBaskets(sales, TEST, popularProducts(past));
  console.log(
    `  bought together, if it were what sells best in the country: HR@10 ${popular.hitRate.value}, NDCG@10 ${popular.ndcg.value}`,
  );
  supplyFigures(taste, console.log);

  const popularity = learnPopularity(past, TEST.from);
  const popularLister: Lister = ({ bought, country }) =>
    recommendPopular(popularity, {
      kind: 'BUYER',
      bought,
      country,
      candidates: past.offers.map(({ product }) => product),
      newcomers: [],
      first: 10,
    }).picks.map(({ product }) => product);
  const popularityJson = `${JSON.stringify(popularity)}\n`;
  const popularQuality = qualityOf('free choices', on, measureFresh(nextOrders, popularLister));
  for (const setting of SETTINGS) measureSetting(setting, read);

  const training: Manifest['training'] = {
    data: [
      {
        name: `orders until ${new Date(TEST.from).toISOString().slice(0, 10)}, simulated`,
        source: 'world/orders/',
        license: 'MIT',
      },
    ],
    items: past.purchases.length,
    command: 'npm run train -- recommendations',
  };
  const common = { version: VERSION, license: 'MIT', files: {}, signature: {}, languages: [], training };
  await writeModelFolder(
    new URL('./', import.meta.url),
    {
      ...common,
      name: named.name,
      description:
        'What a buyer would choose next, what is bought together and what is liked alike: factors of products, learned from orders.',
      labels: [...taste.products],
      maxBatch: 16,
      quality,
      baseline: createBaseline(
        `the buyers of the ${on}`,
        nextOrders.map(({ bought }) => ({ length: 1 + bought.length })),
      ),
    },
    { 'taste.json': tasteJson },
  );
  await writeModelFolder(
    new URL('../popular/', import.meta.url),
    {
      ...common,
      name: 'recommendations-popular',
      description: 'What sold best lately, by country: for when the model that knows tastes cannot answer.',
      labels: [],
      maxBatch: 16,
      quality: popularQuality,
    },
    { 'popularity.json': popularityJson },
  );
  await writeModelFolder(new URL('../encoder/', import.meta.url), await encoderManifest(newProducts), {});
}

function rounded([low, high]: readonly [number, number]): [number, number] {
  return [Number(low.toFixed(4)), Number(high.toFixed(4))];
}
