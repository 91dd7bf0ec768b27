import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getDirectiveValues,
  isObjectType,
} from 'graphql';
import type { RequestContext } from './context.ts';
import { CodedError } from './errors.ts';

/**
 * Makes every field with `@deadline(ms:)` reject with `DEADLINE_EXCEEDED` once that time has passed since its fetch
 * arrived. Fields of one island share a fetch: a slow one must not hold back its siblings.
 */
export function enforceDeadlines(schema: GraphQLSchema): GraphQLSchema {
  const directive = schema.getDirective('deadline');
  if (!directive) return schema;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const ms = field.astNode && getDirectiveValues(directive, field.astNode)?.ms;
      if (typeof ms === 'number') field.resolve = withDeadline(field.resolve ?? defaultFieldResolver, ms);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

function withDeadline(resolve: Resolver, ms: number): Resolver {
  return (source, args, context, info) => {
    const result: unknown = resolve(source, args, context, info);
    if (!(result instanceof Promise)) return result;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const left = Math.max(0, context.arrivedAt + ms - Date.now());
      timer = setTimeout(
        () =>
          reject(
            new CodedError(
              'DEADLINE_EXCEEDED',
              `${info.parentType.name}.${info.fieldName} did not answer within ${ms} ms.`,
            ),
          ),
        left,
      );
    });
    return Promise.race([result, late]).finally(() => clearTimeout(timer));
  };
}
