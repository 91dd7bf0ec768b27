import { Random } from './random.ts';
import { type CountryCode, countries } from './users/countries.ts';

export interface User {
  /** `user-` and the name in ASCII; a number where two have the same. */
  readonly id: string;
  readonly name: string;
  readonly country: CountryCode;
  readonly town: string;
}

/** How many invented people live in the world. */
const POPULATION = 480;

/** The world's people; everybody who buys, reviews or asks is one of them. */
export function createUsers(): readonly User[] {
  const random = new Random('users');
  const taken = new Map<string, number>();
  return Array.from({ length: POPULATION }, () => {
    const country = random.weighted(countries.map(({ code, share }) => [code, share] as const));
    const place = countries.find(({ code }) => code === country) ?? random.pick(countries);
    const { family, given, order } = random.pick(place.naming);
    const parts = [random.pick(given), random.pick(family)];
    const name = (order === 'family first' ? parts.reverse() : parts).filter(Boolean).join(' ');
    const slug = toAscii(name);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return { id: `user-${slug}${count > 1 ? `-${count}` : ''}`, name, country, town: random.pick(place.towns) };
  });
}

function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
