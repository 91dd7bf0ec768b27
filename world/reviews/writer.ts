import { Random } from '../random.ts';
import type { User } from '../users.ts';

/** How a person writes reviews: the same in each of them. */
export interface Writer {
  readonly user: User;
  /** The name shown with the review. */
  readonly shownName: string;
  /** Writes as people speak where they live. */
  readonly local: boolean;
  readonly length: 'terse' | 'usual' | 'long' | 'epic';
  readonly casing: 'usual' | 'lower';
  readonly finalStop: boolean;
  readonly exclaims: boolean;
  readonly emoji: boolean;
  /** Types as on a small phone: "cos", "u", "&". */
  readonly texting: boolean;
  /** Likes to list pros and cons. */
  readonly lists: boolean;
}

export function createWriter(user: User): Writer {
  const random = new Random(`writer ${user.id}`);
  return {
    user,
    shownName: shownName(user, random),
    local: random.chance(0.7),
    length: random.weighted([
      ['terse', 28],
      ['usual', 50],
      ['long', 17],
      ['epic', 5],
    ]),
    casing: random.chance(0.14) ? 'lower' : 'usual',
    finalStop: random.chance(0.8),
    exclaims: random.chance(0.22),
    emoji: random.chance(0.16),
    texting: random.chance(0.1),
    lists: random.chance(0.08),
  };
}

function shownName({ id, name, town }: User, random: Random): string {
  const words = name.split(' ');
  const handle = id.replace(/^user-/, '').split('-');
  return random.weighted<() => string>([
    [() => name, 40],
    [() => `${words.slice(0, -1).join(' ')} ${words.at(-1)?.charAt(0) ?? ''}.`, 25],
    [() => `${handle[0]}${handle.at(-1)?.charAt(0) ?? ''}${random.integer(1, 99)}`, 15],
    [() => handle.slice(0, 2).join('_'), 10],
    [() => `${words.at(-1)} from ${town}`, 5],
    [() => `${name.charAt(0)}***${name.at(-1)}`, 5],
  ])();
}
