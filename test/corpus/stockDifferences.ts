const ARGUMENTS =
  "the client's arguments and a @requires's merge, and the first ones win for both: silently wrong data";
const ALIAS =
  'an alias that is the name of a key or of a required field merges with the field the planner adds: silently wrong data, or a crash of the whole answer';
const TWO_REQUIRES = 'two @requires of one field with different arguments merge, and the first ones win for both';
const CONFLICT = 'it sends a subgraph one field with two sets of arguments, which the subgraph refuses';
const VAGUE_TYPE =
  "it keeps the interface's name as the type of what an interface object answered, and fragments on possible types do not apply";
const THROWS = 'the planner throws on a fragment on a possible type of an interface object below @requires';
const ROOT_NAME = 'below a field of the root type it asks for "... on Query" of a subgraph whose root has another name';
const ENDLESS = 'the planner goes round in a cycle of merged fetches, or compares plans for minutes';

/** Graphs that the stock gateway does not load, with the reason. */
export const notServedByStock: Readonly<Record<string, string>> = {
  context: 'it refuses supergraphs with @context',
};

interface Differences {
  /** Operations whose data differs from one schema's. */
  readonly differs?: Readonly<Record<string, string>>;
  /** Operations on which it hangs. */
  readonly hangs?: Readonly<Record<string, string>>;
}

/** By graph and operation: why the stock gateway does not answer as one schema does. */
export const stockDiffers: Readonly<Record<string, Differences>> = {
  shop: {
    differs: {
      'requires with the argument of the graph, not of the client': ARGUMENTS,
      'requires beside the same field with its default': ARGUMENTS,
      'an alias that is the name of a key': ALIAS,
      'an alias that is the name of a required field': ALIAS,
    },
  },
  media: {
    differs: { 'seed 3': THROWS, 'seed 6': VAGUE_TYPE, 'seed 10': ALIAS },
    hangs: { 'seed 9': ENDLESS, 'seed 13': ENDLESS, 'seed 14': ENDLESS, 'seed 17': ENDLESS, 'seed 20': ENDLESS },
  },
  search: { differs: { 'seed 24': ALIAS, 'seed 28': ALIAS } },
  chain: { differs: { 'links under other names': ALIAS, 'seed 10': ALIAS, 'seed 14': ALIAS } },
  requiresArguments: {
    differs: {
      both: TWO_REQUIRES,
      'both, and what needs neither': TWO_REQUIRES,
      'three inputs with different arguments': TWO_REQUIRES,
      "both beside the client's own arguments": TWO_REQUIRES,
      'both beside other arguments yet': TWO_REQUIRES,
      'nested fields with different arguments': TWO_REQUIRES,
      'all at once under aliases': TWO_REQUIRES,
      'a single entity': TWO_REQUIRES,
      'seed 2': CONFLICT,
      'seed 9': ARGUMENTS,
      'seed 10': ARGUMENTS,
      'seed 12': ARGUMENTS,
      'seed 14': CONFLICT,
    },
  },
  nulls: { differs: { 'seed 18': ALIAS } },
  lists: { differs: { 'a composite key under aliases': ALIAS } },
  keys: { differs: { 'a key that hides behind aliases': ALIAS } },
  provides: { differs: { 'aliases on what is provided': ALIAS, 'seed 2': ALIAS } },
  roots: {
    differs: {
      'the root within the root': ROOT_NAME,
      'the names of the roots': ROOT_NAME,
      'seed 9': ROOT_NAME,
      'seed 17': ALIAS,
    },
  },
  requiresFragments: { differs: { 'all, beside aliases of what they need': ALIAS } },
  intersections: { differs: { 'seed 8': ALIAS } },
};
