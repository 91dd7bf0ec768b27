/** What the subgraphs know: everything follows from an id, so that no two answers differ between contestants. */
type Entity = Readonly<Record<string, unknown>>;

const USERS = 1_000;
const REVIEWS_PER_PRODUCT = 5;
const WORDS = [
  'sturdy',
  'bright',
  'late',
  'soft',
  'cheap',
  'noisy',
  'warm',
  'small',
  'worth',
  'dented',
  'kind',
  'fast',
];

function hash(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) >>> 0;
  return value;
}

function sentence(seed: string, words: number): string {
  return Array.from({ length: words }, (_, i) => WORDS[hash(`${seed}/${i}`) % WORDS.length]).join(' ');
}

/** One object per type and key, so that what is written of it once can be found again. */
function remembered(make: (key: string) => Entity): (key: string) => Entity {
  const known = new Map<string, Entity>();
  return (key) => {
    let entity = known.get(key);
    if (entity === undefined) {
      entity = make(key);
      known.set(key, entity);
    }
    return entity;
  };
}

const user = remembered((id) => ({
  __typename: 'User',
  id,
  name: sentence(id, 2),
  username: `user-${hash(id) % 9_999}`,
}));

const review = remembered((id) => ({
  __typename: 'Review',
  id,
  stars: 1 + (hash(id) % 5),
  body: sentence(id, 9),
  author: user(`u${hash(id) % USERS}`),
}));

const product = remembered((upc) => ({
  __typename: 'Product',
  upc,
  name: sentence(upc, 3),
  price: hash(upc) % 10_000,
  inStock: hash(upc) % 3 > 0,
  warehouse: `warehouse ${hash(upc) % 40}`,
  reviews: Array.from({ length: REVIEWS_PER_PRODUCT }, (_, i) => review(`${upc}-r${i}`)),
}));

export function topProducts(first: number, category: string): readonly Entity[] {
  return Array.from({ length: first }, (_, i) => product(`${category}-p${i}`));
}

/** The entity that a representation stands for. */
export function entityOf({ __typename, upc, id }: Readonly<Record<string, unknown>>): Entity {
  if (__typename === 'Product') return product(String(upc));
  if (__typename === 'User') return user(String(id));
  throw new TypeError(`expected a representation of a Product or a User; got ${String(__typename)}`);
}
