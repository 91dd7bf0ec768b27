import { Kind, print, type SelectionSetNode } from 'graphql';
import type { SubgraphError } from '../router/transport/transport.ts';
import { Violation } from './check.ts';
import type { Client, GraphqlRequest } from './client.ts';
import { describe } from './describe.ts';
import { isObject, type Representation, sameKey } from './representation.ts';
import type { Entity, Key } from './subgraphSchema.ts';

/** What came for a list of representations: one entity or null for each, in their order. */
export interface EntityAnswer {
  readonly entities: readonly unknown[];
  readonly errors: readonly SubgraphError[];
}

/** The request that a router sends for entities of one type or of several. */
export function entityRequest(
  fragments: readonly { readonly typename: string; readonly selections: string }[],
  representations: readonly unknown[],
): GraphqlRequest {
  const bodies = fragments.map(({ typename, selections }) => `... on ${typename} { ${selections} }`);
  return {
    query: `query Entities($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${bodies.join(' ')} } }`,
    operationName: 'Entities',
    variables: { representations },
  };
}

/** The selections of keys as a document has them. */
export function selectKeys(keys: readonly Key[]): string {
  return keys.flatMap(({ selections }) => selections.selections.map(print)).join(' ');
}

/** @throws Violation unless a list of the right length comes, and each error tells by its path whose it is. */
export async function askEntities(client: Client, request: GraphqlRequest): Promise<EntityAnswer> {
  const { data, errors = [] } = await client.ask(request);
  const representations = request.variables?.representations;
  const length = Array.isArray(representations) ? representations.length : 0;
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.length !== length) {
    const came = Array.isArray(entities) ? `${entities.length}: ${describe(entities)}` : describe({ data, errors });
    throw new Violation(`a list of ${length} in data._entities, one for each representation`, came);
  }
  for (const error of errors) {
    const [root, index] = error.path ?? [];
    if (root === '_entities' && typeof index === 'number' && index < length) continue;
    throw new Violation(
      'the path of each error to begin with "_entities" and the index of its entity',
      describe(error),
    );
  }
  return { entities, errors };
}

/** @throws Violation for an entity that is not the one that was asked for. */
export function requireSame(key: Key, entity: unknown, representation: Representation): void {
  if (
    isObject(entity) &&
    entity.__typename === representation.__typename &&
    sameKey(key.selections, entity, representation)
  ) {
    return;
  }
  throw new Violation(`the entity of ${describe(representation)} in its place`, describe(entity));
}

/** A key's fields under names that differ from those of other types, so that their types may differ too. */
export function aliased(entity: Entity, { selections }: Key): string {
  return selections.selections
    .map((selection) =>
      selection.kind === Kind.FIELD ? `${entity.name}_${selection.name.value}: ${print(selection)}` : print(selection),
    )
    .join(' ');
}

/** An answer to `aliased` under the fields' own names. */
export function unaliased(
  entity: Entity,
  { selections }: { readonly selections: SelectionSetNode },
  answer: unknown,
): unknown {
  if (!isObject(answer)) return answer;
  const own = selections.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD
      ? [[selection.name.value, answer[`${entity.name}_${selection.name.value}`]] as const]
      : [],
  );
  return { __typename: answer.__typename, ...Object.fromEntries(own) };
}
