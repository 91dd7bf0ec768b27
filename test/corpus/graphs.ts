import type { Graph } from './graph.ts';
import { chain } from './graphs/chain.ts';
import { context } from './graphs/context.ts';
import { intersections } from './graphs/intersections.ts';
import { keys } from './graphs/keys.ts';
import { lists } from './graphs/lists.ts';
import { media } from './graphs/media.ts';
import { mutations } from './graphs/mutations.ts';
import { nulls } from './graphs/nulls.ts';
import { override } from './graphs/override.ts';
import { provides } from './graphs/provides.ts';
import { requiresArguments } from './graphs/requiresArguments.ts';
import { requiresFragments } from './graphs/requiresFragments.ts';
import { roots } from './graphs/roots.ts';
import { scalars } from './graphs/scalars.ts';
import { search } from './graphs/search.ts';
import { shop } from './graphs/shop.ts';

export const graphs: readonly Graph[] = [
  shop,
  media,
  search,
  chain,
  requiresArguments,
  override,
  scalars,
  context,
  nulls,
  lists,
  mutations,
  keys,
  provides,
  roots,
  requiresFragments,
  intersections,
];
