import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { PLACEMENT_NAMES } from '../placements/islands.ts';

/** It is a folder, a namespace of the database, a service and a field; and the lines that it stands in must not grow too long. */
const NAME = /^[a-z][a-z0-9]{1,19}$/;

/** What the island `name` calls the type it adds. */
export function typeNameOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** @throws CodedError `CONFIG_INVALID` for a name that an island cannot have, or that the graph or a placement already uses. */
export function checkName(name: string, supergraph: GraphQLSchema): void {
  const fault = faultOf(name, supergraph);
  if (fault === null) return;
  throw new CodedError('CONFIG_INVALID', `${fault} For example: npm run new-subgraph -- weather`);
}

function faultOf(name: string, supergraph: GraphQLSchema): string | null {
  if (!NAME.test(name)) {
    return `Name the new island in 2 to 20 lower-case letters and digits, a letter first; got ${name === '' ? 'nothing' : JSON.stringify(name)}.`;
  }
  if (name in subgraphs) return `There is an island ${name} already.`;
  if (PLACEMENT_NAMES.includes(name)) return `${name} is what the placements call a part of their own.`;
  const type = typeNameOf(name);
  if (supergraph.getType(type)) return `The graph has a type ${type} already, which the island ${name} would add.`;
  for (const owner of ['Query', 'Product']) {
    const found = supergraph.getType(owner);
    if (isObjectType(found) && name in found.getFields()) {
      return `The graph has a field ${owner}.${name} already, which the island ${name} would add.`;
    }
  }
  return null;
}
