import type { EntityInputs, InputField } from '../operation/plan.ts';
import { valueToJson } from '../response/jsonText.ts';
import { fieldsFor } from './compileRepresentation.ts';
import type { Failure } from './failures.ts';
import { isObject } from './gather.ts';
import type { Run } from './run.ts';

/** What became of an entity whose representation is not complete. */
export type Degraded =
  /** It can be sent: what is missing may be null. `failures` say why it is missing. */
  | { readonly kind: 'sent'; readonly json: string; readonly failures: readonly Failure[] }
  /** It cannot, because a fetch failed. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It cannot, and nothing is wrong: there is no such thing, or it is not of a type that is asked for. */
  | { readonly kind: 'absent' };

/**
 * Represents an entity some of whose inputs are missing. A nullable `@requires` input whose fetch failed is sent as
 * null, so that the dependant can answer, degraded; without a key or a non-null input nobody could answer.
 */
export function representDegraded(entity: object, inputs: EntityInputs, service: string, run: Run): Degraded {
  const typename: unknown = Reflect.get(entity, '__typename');
  const input = typeof typename === 'string' && Object.hasOwn(inputs, typename) ? inputs[typename] : undefined;
  if (!input) return { kind: 'absent' };
  const degrading = new Degrading(service, run);
  const result = degrading.object(entity, input.fields, JSON.stringify(input.typename));
  return typeof result === 'string' ? { kind: 'sent', json: result, failures: degrading.failures } : result;
}

type Unsent = Exclude<Degraded, { readonly kind: 'sent' }>;

class Degrading {
  readonly failures: Failure[] = [];
  readonly #service: string;
  readonly #run: Run;

  constructor(service: string, run: Run) {
    this.#service = service;
    this.#run = run;
  }

  object(object: object, fields: readonly InputField[], typename?: string): string | Unsent {
    const members = typename === undefined ? [] : [`"__typename":${typename}`];
    for (const field of fields) {
      const text = this.#field(object, field);
      if (typeof text !== 'string') return text;
      members.push(`${JSON.stringify(field.name)}:${text}`);
    }
    return `{${members.join(',')}}`;
  }

  #field(object: object, field: InputField): string | Unsent {
    const value: unknown = Object.hasOwn(object, field.from) ? Reflect.get(object, field.from) : undefined;
    if (value !== undefined && value !== null) return this.#value(value, field);
    const failure = value === undefined ? this.#run.failures.of(object, field.from) : undefined;
    if (field.nullable && (value === null || !field.key)) {
      if (failure) this.failures.push(failure);
      return 'null';
    }
    return failure ? { kind: 'failed', failure: this.#unavailable(field, failure) } : { kind: 'absent' };
  }

  #value(value: unknown, field: InputField): string | Unsent {
    if (!field.selections) return valueToJson(value);
    if (Array.isArray(value)) {
      const items: string[] = [];
      for (const item of value) {
        const text = item === null ? 'null' : this.#value(item, field);
        if (typeof text !== 'string') return text;
        items.push(text);
      }
      return `[${items.join(',')}]`;
    }
    if (!isObject(value)) return { kind: 'absent' };
    const text = this.object(value, fieldsFor(value, field.selections));
    // An input object that lacks a non-null field is as good as a failed one.
    return typeof text !== 'string' && field.nullable && !field.key ? 'null' : text;
  }

  #unavailable(field: InputField, { extensions }: Failure): Failure {
    return {
      message: `The subgraph "${this.#service}" was not asked: it needs "${field.name}", which failed.`,
      extensions: {
        code: extensions.code === 'DEADLINE_EXCEEDED' ? 'DEADLINE_EXCEEDED' : 'INPUT_UNAVAILABLE',
        service: this.#service,
      },
    };
  }
}
