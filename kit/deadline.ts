import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getDirectiveValues,
  isObjectType,
} from 'graphql';
import type { RequestContext } from './context.ts';
import { CodedError } from './errors.ts';
import { forManyListeners } from './requestContext.ts';

/**
 * Makes every field with `@deadline(ms:)` reject with `DEADLINE_EXCEEDED` once that time has passed since its fetch
 * arrived, and aborts the signal of its resolver's context. Of a list whose items are promises each item is held to it.
 * Fields of one island share a fetch: a slow one must not hold back its siblings.
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

/** One field of one request: its rows share a timer and the signal that their resolvers see. */
interface Limit {
  readonly context: RequestContext;
  hold(value: unknown): unknown;
}

function withDeadline(resolve: Resolver, ms: number): Resolver {
  const limits = new WeakMap<RequestContext, Limit>();
  return (source, args, context, info) => {
    let limit = limits.get(context);
    if (limit === undefined) {
      const message = `${info.parentType.name}.${info.fieldName} did not answer within ${ms} ms.`;
      limit = startLimit(context, ms, message, () => limits.delete(context));
      limits.set(context, limit);
    }
    const result: unknown = resolve(source, args, limit.context, info);
    return Array.isArray(result) ? result.map(limit.hold) : limit.hold(result);
  };
}

function startLimit(context: RequestContext, ms: number, message: string, ended: () => void): Limit {
  const late = new AbortController();
  const expired = new Promise<never>((_, reject) => {
    late.signal.addEventListener('abort', () => reject(late.signal.reason), { once: true });
  });
  // Nobody may be waiting any more when it rejects.
  expired.catch(() => {});
  let pending = 0;
  let timer: NodeJS.Timeout | undefined;
  const release = (): void => {
    pending -= 1;
    if (pending > 0) return;
    clearTimeout(timer);
    ended();
  };
  return {
    // Past the deadline nobody reads the answer: the signal lets what has not begun be dropped.
    context: {
      ...context,
      deadline: Math.min(context.deadline, context.arrivedAt + ms),
      signal: forManyListeners(AbortSignal.any([context.signal, late.signal])),
    },
    hold: (value) => {
      if (!(value instanceof Promise)) return value;
      pending += 1;
      timer ??= setTimeout(
        () => late.abort(new CodedError('DEADLINE_EXCEEDED', message)),
        Math.max(0, context.arrivedAt + ms - Date.now()),
      );
      return Promise.race([value, expired]).finally(release);
    },
  };
}
