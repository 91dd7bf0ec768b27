import type { FieldNode } from 'graphql';

const PREFIX = '_a_';

/**
 * The key under which a client's field travels through plan, fetches and data. The planner merges selections by
 * response name, its own key and `@requires` fields among them, and the first one's arguments win; so an alias, and a
 * field whose arguments another field may need to be different, gets a name of its own. Clients' aliases, `__proto__` among them, thereby never become
 * keys of the data.
 */
export function internalName(field: FieldNode, neededWithArguments: ReadonlySet<string>): string {
  const name = field.name.value;
  if (name === '__typename') return name;
  const responseName = field.alias?.value ?? name;
  const plain = responseName === name && !neededWithArguments.has(name) && !name.startsWith(PREFIX);
  return plain ? name : PREFIX + responseName;
}
