import { diagnose, type Rule } from './rule.ts';

/** Whoever explores the graph reads descriptions and nothing else. */
export const descriptions: Rule = (element) => {
  const { node, coordinate } = element;
  // An extension adds to what another subgraph describes, and a key is what the entity’s owner says it is.
  if (!('description' in node) || node.kind.endsWith('Extension') || /^(Query|Mutation|Subscription)$/.test(coordinate))
    return null;
  if (node.description?.value.trim()) return null;
  return diagnose(
    'ALL_ELEMENTS_REQUIRE_DESCRIPTION',
    'WARNING',
    element,
    `Expected a description of ${coordinate}; there is none. Say what it means, its unit and its limits.`,
  );
};
