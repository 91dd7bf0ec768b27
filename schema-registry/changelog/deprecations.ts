import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { CoordinateUse } from '../usage/usage.ts';

/** Something that is to go, and who still uses it. */
export interface Deprecation {
  readonly coordinate: string;
  readonly reason: string;
  readonly users: readonly CoordinateUse[];
}

/** What an API schema deprecates, in the order of its coordinates. */
export function readDeprecations(apiSdl: string): Omit<Deprecation, 'users'>[] {
  return [...deprecationsOf(buildSchema(apiSdl))].sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}

function* deprecationsOf(schema: GraphQLSchema): Generator<Omit<Deprecation, 'users'>> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) {
      for (const { name, deprecationReason } of type.getValues())
        yield* told(`${type.name}.${name}`, deprecationReason);
    } else if (isInputObjectType(type)) {
      for (const { name, deprecationReason } of Object.values(type.getFields()))
        yield* told(`${type.name}.${name}`, deprecationReason);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield* told(`${type.name}.${field.name}`, field.deprecationReason);
        for (const argument of field.args)
          yield* told(`${type.name}.${field.name}.${argument.name}`, argument.deprecationReason);
      }
    }
  }
}

function* told(coordinate: string, reason: string | null | undefined): Generator<Omit<Deprecation, 'users'>> {
  if (typeof reason === 'string') yield { coordinate, reason };
}
