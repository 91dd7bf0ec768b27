import { COMMITTED, type Setting } from '../../../world/orders/setting.ts';
import { createOrderWorld } from '../../../world/orders.ts';
import { type Lister, measureFresh, tasteLister } from '../learn/evaluate.ts';
import { FACTORS, learnTaste } from '../learn/learnTaste.ts';
import { nextOrdersOf } from '../learn/nextOrders.ts';
import { salesUntil } from '../learn/purchases.ts';
import type { ReadProduct } from '../shelf/likeness.ts';
import { chooseRivals, line } from './choose.ts';
import { DEV, TEST } from './months.ts';
import { oracleLister, rivalLister } from './rivalListers.ts';
import { worldSales } from './worldSales.ts';

/** The simulator as it is, with little taste in it, and with much taste and few orders. */
export const SETTINGS: readonly { readonly name: string; readonly setting: Setting }[] = [
  { name: 'as committed', setting: COMMITTED },
  {
    name: 'half the taste, popularity 1.1 instead of 0.7',
    setting: { taste: 0.5, popularity: 1.1, activity: 1 },
  },
  {
    name: 'taste × 1.4, popularity 0.4, half the orders',
    setting: { taste: 1.4, popularity: 0.4, activity: 0.5 },
  },
];

/** BPR sees one other product for each choice, and so needs more rounds. */
const BPR = { ...FACTORS, against: 'one', epochs: 30 } as const;

/** Holds ours against the rivals and the oracle at one setting; prints the free choices of the next orders of both months. */
export function measureSetting({ name, setting }: (typeof SETTINGS)[number], read: readonly ReadProduct[]): void {
  const sales = worldSales(createOrderWorld(setting));
  const [devPast, past] = [salesUntil(sales, DEV.from), salesUntil(sales, TEST.from)];
  const devOrders = nextOrdersOf(sales, DEV.from, DEV.until);
  const nextOrders = nextOrdersOf(sales, TEST.from, TEST.until);
  console.log(`The simulator ${name}; rivals as they do best on the month before, where:`);
  const rivals = chooseRivals(devPast, devOrders, console.log);
  console.log('  and on the held-out month:');
  const show = (title: string, list: Lister): void => console.log(line(title, measureFresh(nextOrders, list)));
  for (const rival of rivals) show(rival.name, rivalLister(rival, past));
  show('BPR, our factors against one other', tasteLister(learnTaste(past, TEST.from, BPR), past, read, 'fresh'));
  show('ours, against all on offer', tasteLister(learnTaste(past, TEST.from), past, read, 'fresh'));
  show('the oracle', oracleLister(setting, past));
}
