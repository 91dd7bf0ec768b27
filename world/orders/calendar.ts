import type { CategoryId } from '../categories.ts';
import type { Random } from '../random.ts';
import type { CountryCode } from '../users/countries.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** The shop's first day: no order is older. */
export const WORLD_BEGIN = Date.UTC(2024, 2, 1);
/** Where the world stands still: what would happen later has not happened. */
export const WORLD_NOW = Date.UTC(2026, 10, 20);

const DAYS = (WORLD_NOW - WORLD_BEGIN) / DAY;

const UTC_OFFSET: Readonly<Record<CountryCode, number>> = { SG: 8, MY: 8, PH: 8, ID: 7, TH: 7, VN: 7 };

/** When Ramadan begins and when it ends with Lebaran (Eid al-Fitr), by year. */
const RAMADAN: readonly (readonly [begins: number, lebaran: number])[] = [
  [Date.UTC(2024, 2, 12), Date.UTC(2024, 3, 10)],
  [Date.UTC(2025, 2, 1), Date.UTC(2025, 2, 31)],
  [Date.UTC(2026, 1, 19), Date.UTC(2026, 2, 20)],
];
const LUNAR_NEW_YEAR: readonly number[] = [Date.UTC(2025, 0, 29), Date.UTC(2026, 1, 17)];

/** How much Ramadan changes what people buy: as large as the part of the customers that keeps it. */
const KEEPS_RAMADAN: Readonly<Record<CountryCode, number>> = { ID: 1, MY: 0.8, SG: 0.3, PH: 0.05, TH: 0.05, VN: 0 };
const KEEPS_LUNAR_NEW_YEAR: Readonly<Record<CountryCode, number>> = {
  VN: 1,
  SG: 0.8,
  MY: 0.4,
  ID: 0.1,
  PH: 0.1,
  TH: 0.2,
};

type Lift = Readonly<Partial<Record<CategoryId, number>>>;

interface Season {
  /** What it makes of a usual day's orders. */
  readonly demand: number;
  /** What it makes of a category's usual share; 1 where none is given. */
  readonly lift: Lift;
}

const SALE_LIFT: Lift = { electronics: 2, beauty: 1.5, home: 1.3, kids: 1.2 };
const USUAL: Season = { demand: 1, lift: {} };

/** The most that any season lifts a category by. */
export const HIGHEST_LIFT = 2;

const known = new Map<CountryCode, (Season | undefined)[]>();

/** The season at an instant in a country, by the day in UTC; where two meet, the one with more demand tells what is bought. */
export function seasonOf(at: number, country: CountryCode): Season {
  const seasons = known.get(country) ?? [];
  known.set(country, seasons);
  const day = dayOf(at);
  seasons[day] ??= seasonsOf(WORLD_BEGIN + day * DAY, country).reduce(
    (most, season) => (season.demand > most.demand ? season : most),
    USUAL,
  );
  return seasons[day];
}

function seasonsOf(at: number, country: CountryCode): Season[] {
  const date = new Date(at);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const seasons: Season[] = [];
  if (month === day && month >= 9)
    seasons.push({ demand: { 9: 2.6, 10: 2.4, 11: 6, 12: 5 }[month] ?? 1, lift: SALE_LIFT });
  for (const [begins, lebaran] of RAMADAN) {
    const keeps = KEEPS_RAMADAN[country];
    if (at >= begins && at < lebaran - 3 * DAY) {
      const late = at >= lebaran - 16 * DAY;
      seasons.push({
        demand: 1 + keeps * (late ? 0.9 : 0.3),
        lift: { food: 1 + keeps, fashion: 1 + keeps * (late ? 1 : 0.3) },
      });
    }
  }
  for (const newYear of LUNAR_NEW_YEAR) {
    const keeps = KEEPS_LUNAR_NEW_YEAR[country];
    if (at >= newYear - 21 * DAY && at < newYear - 2 * DAY) {
      seasons.push({
        demand: 1 + 0.6 * keeps,
        lift: { home: 1 + 0.8 * keeps, food: 1 + 0.7 * keeps, fashion: 1 + 0.5 * keeps },
      });
    }
  }
  if (country === 'PH' && month === 12 && day < 21) seasons.push({ demand: 1.6, lift: { kids: 1.8, food: 1.5 } });
  return seasons;
}

/** Holidays, when people are on the road and not in the shop. */
function isQuiet(at: number, country: CountryCode): boolean {
  return (
    (KEEPS_RAMADAN[country] > 0.5 && RAMADAN.some(([, lebaran]) => Math.abs(at - lebaran) <= 2 * DAY)) ||
    (KEEPS_LUNAR_NEW_YEAR[country] > 0.5 && LUNAR_NEW_YEAR.some((newYear) => Math.abs(at - newYear) < 2 * DAY))
  );
}

function demandOn(at: number, country: CountryCode): number {
  const date = new Date(at);
  const weekend = date.getUTCDay() % 6 === 0 ? 1.15 : 1;
  // Salaries come on the 25th.
  const payday = date.getUTCDate() >= 25 ? 1.25 : 1;
  return weekend * payday * (isQuiet(at, country) ? 0.4 : seasonOf(at, country).demand);
}

/** Orders of a usual customer since the world began, by day, where a usual day counts 1. */
function cumulativeDemand(country: CountryCode): Float64Array {
  const sums = new Float64Array(DAYS + 1);
  for (let day = 0; day < DAYS; day += 1) sums[day + 1] = (sums[day] ?? 0) + demandOn(WORLD_BEGIN + day * DAY, country);
  return sums;
}

const DEMAND: Readonly<Record<CountryCode, Float64Array>> = {
  ID: cumulativeDemand('ID'),
  MY: cumulativeDemand('MY'),
  PH: cumulativeDemand('PH'),
  SG: cumulativeDemand('SG'),
  TH: cumulativeDemand('TH'),
  VN: cumulativeDemand('VN'),
};

/** How many usual days lie between an instant and the world's last day, a sale counting for as many as it sells. */
export function demandSince(since: number, country: CountryCode): number {
  return (DEMAND[country][DAYS] ?? 0) - (DEMAND[country][dayOf(since)] ?? 0);
}

/** An instant after `since` at which somebody in the country may place an order, as likely as the season says. */
export function orderTime(since: number, country: CountryCode, random: Random): number {
  const sums = DEMAND[country];
  const wanted = (sums[DAYS] ?? 0) - random.next() * demandSince(since, country);
  let [low, high] = [dayOf(since), DAYS];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= wanted) low = middle;
    else high = middle;
  }
  const local = WORLD_BEGIN + low * DAY + random.weighted(HOURS) * HOUR + random.integer(0, HOUR / 1_000 - 1) * 1_000;
  const at = local - UTC_OFFSET[country] * HOUR;
  return at > since && at < WORLD_NOW ? at : Math.min(since + random.integer(60, 3_600) * 1_000, WORLD_NOW - MINUTE);
}

function dayOf(at: number): number {
  return Math.max(0, Math.min(DAYS - 1, Math.floor((at - WORLD_BEGIN) / DAY)));
}

/** When in the day people order, local time: at lunch and most of all in the evening. */
const HOURS: readonly (readonly [hour: number, weight: number])[] = [
  2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 6, 8, 6, 5, 5, 5, 5, 6, 8, 10, 11, 9, 5,
].map((weight, hour) => [hour, weight] as const);
