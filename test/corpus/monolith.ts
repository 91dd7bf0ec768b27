import { buildSchema, defaultFieldResolver, type ExecutionResult, execute, isObjectType, parse } from 'graphql';
import type { Operation } from './graph.ts';
import type { World } from './world.ts';

export type ExecuteOperation = (operation: Operation) => Promise<ExecutionResult>;

/** The oracle: graphql-js over one schema that has everything, on the same data. */
export function createMonolith(apiSdl: string, world: World): ExecuteOperation {
  const schema = buildSchema(apiSdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
      field.resolve = world.resolverOf(owners, field.name) ?? defaultFieldResolver;
    }
  }
  return async ({ query, variables, operationName = null }) =>
    execute({ schema, document: parse(query), variableValues: { ...variables }, rootValue: {}, operationName });
}
