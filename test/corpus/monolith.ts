import { buildSchema, defaultFieldResolver, type ExecutionResult, execute, isObjectType, parse } from 'graphql';
import type { Domain, Operation, Resolve } from './graph.ts';

/** The oracle: graphql-js over one schema that has everything, on the same data. */
export async function executeMonolith(
  apiSdl: string,
  domain: Domain,
  { query, variables }: Operation,
): Promise<ExecutionResult> {
  const schema = buildSchema(apiSdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
      const resolve: Resolve | undefined = owners.map((owner) => domain.resolvers?.[owner]?.[field.name]).find(Boolean);
      field.resolve = resolve ?? defaultFieldResolver;
    }
  }
  return execute({
    schema,
    document: parse(query),
    variableValues: { ...variables },
    rootValue: {},
    operationName: query.includes('Generated') ? 'Generated' : null,
  });
}
