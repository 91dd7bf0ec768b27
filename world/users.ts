import { Random } from './random.ts';
import { STORY_USER_ID } from './story.ts';
import { type CountryCode, countries } from './users/countries.ts';

export interface User {
  /** `user-` and the name in ASCII; a number where two have the same. */
  readonly id: string;
  readonly name: string;
  readonly country: CountryCode;
  readonly town: string;
}

/** An Indonesian who lives in Singapore and writes in both languages: whoever runs the demo is signed in as her. */
const STORY_USER: User = { id: STORY_USER_ID, name: 'Rina Lestari', country: 'SG', town: 'Tampines' };

/** How many invented people live in the world, she of the story aside. */
const POPULATION = 2_640;
/** How many of them write reviews: the first ones. */
const REVIEWERS = 480;

/** The world's people; everybody who buys, reviews or asks is one of them. The last one is she of the story. */
export function createUsers(): readonly User[] {
  return [...createPeople(POPULATION), STORY_USER];
}

/** Those who write reviews, the first of `createUsers`. */
export function createReviewers(): readonly User[] {
  return createPeople(REVIEWERS);
}

function createPeople(count: number): User[] {
  const random = new Random('users');
  const taken = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const country = random.weighted(countries.map(({ code, share }) => [code, share] as const));
    const place = countries.find(({ code }) => code === country) ?? random.pick(countries);
    const { family, given, order } = random.pick(place.naming);
    const parts = [random.pick(given), random.pick(family)];
    const name = (order === 'family first' ? parts.reverse() : parts).filter(Boolean).join(' ');
    const slug = toAscii(name);
    const namesakes = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, namesakes);
    return { id: `user-${slug}${namesakes > 1 ? `-${namesakes}` : ''}`, name, country, town: random.pick(place.towns) };
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
