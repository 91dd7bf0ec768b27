import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FieldDefinitionNode, Kind, parse } from 'graphql';
import { createExecutor } from '../../kit/execute.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { type Graph, REPRESENTED, type Resolve, type Row, sdlOf } from './graph.ts';
import type { World } from './world.ts';

interface TypeDefinition {
  readonly name: string;
  readonly kind: 'object' | 'interface';
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldDefinitionNode[];
}

/** The subgraphs of a graph, each of which resolves only what its SDL has. */
export function subgraphsOf(graph: Graph, world: World): Map<string, Subgraph> {
  return new Map(
    Object.entries(sdlOf(graph)).map(([name, sdl]) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolversOf(sdl, world) });
      const subgraph: Subgraph = {
        name,
        sdl,
        execute: createExecutor(schema),
        unready: async () => null,
        close: async () => {},
      };
      return [name, subgraph];
    }),
  );
}

function resolversOf(sdl: string, world: World): Record<string, Record<string, Resolve>> {
  const made: Record<string, Record<string, Resolve>> = {};
  for (const { name, kind, interfaces, fields } of typesOf(sdl)) {
    const ofType: Record<string, Resolve> = { ...made[name] };
    if (kind === 'object') {
      for (const field of fields) {
        const resolve = world.resolverOf([name, ...interfaces], field.name.value);
        if (resolve && !isExternal(field)) ofType[field.name.value] = resolve;
      }
    }
    const lookUp = world.finderOf(name);
    if (lookUp) {
      const externals = fields.filter(isExternal).map((field) => field.name.value);
      ofType.__resolveReference = (reference) => known(lookUp(reference), reference, externals);
    }
    if (Object.keys(ofType).length > 0) made[name] = ofType;
  }
  return made;
}

/** What a subgraph knows of an entity: its own fields and what the representation brought, no external ones. */
function known(entity: Row | null | undefined, reference: Row, externals: readonly string[]): Row | null {
  if (!entity) return null;
  const own = Object.entries(entity).filter(([field]) => !externals.includes(field));
  return {
    ...Object.fromEntries(own),
    ...reference,
    __typename: entity.__typename,
    ...(externals.length > 0 && { [REPRESENTED]: true }),
  };
}

function isExternal({ directives }: FieldDefinitionNode): boolean {
  return directives?.some(({ name }) => name.value === 'external') ?? false;
}

function typesOf(sdl: string): TypeDefinition[] {
  return parse(sdl).definitions.flatMap((definition): TypeDefinition[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return [
          {
            name: definition.name.value,
            kind: definition.kind.startsWith('Object') ? 'object' : 'interface',
            interfaces: (definition.interfaces ?? []).map(({ name }) => name.value),
            fields: definition.fields ?? [],
          },
        ];
      default:
        return [];
    }
  });
}
