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
  /** It cannot, and nothing is wrong: a subgraph has said that there is no such thing. */
  | { readonly kind: 'absent' }
  /** It is not of a type that this fetch is about. */
  | { readonly kind: 'foreign' };

/**
 * Represents an entity some of whose inputs are missing. A nullable `@requires` input whose fetch failed is sent as
 * null, so that the dependant can answer, degraded; without a key or a non-null input nobody could answer.
 */
export function representDegraded(entity: object, inputs: EntityInputs, service: string, run: Run): Degraded {
  const typename: unknown = Reflect.get(entity, '__typename');
  const input = typeof typename === 'string' && Object.hasOwn(inputs, typename) ? inputs[typename] : undefined;
  if (!input) return { kind: 'foreign' };
  const degrading = new Degrading(service, run);
  const result = degrading.object(entity, input.fields, JSON.stringify(input.typename));
  return typeof result === 'string' ? { kind: 'sent', json: result, failures: degrading.failures } : result;
}

type Unsent = Extract<Degraded, { readonly kind: 'failed' | 'absent' }>;

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
    if (value === null && this.#run.absences.has(object, field.from)) return { kind: 'absent' };
    return this.#unavailable(field, failure);
  }

  #value(value: unknown, field: InputField): string | Unsent {
    if (!field.selections) {
      return field.plain && typeof value === 'object' ? this.#unavailable(field) : valueToJson(value);
    }
    if (Array.isArray(value)) {
      const items: string[] = [];
      for (const item of value) {
        const text = item === null ? 'null' : this.#value(item, field);
        if (typeof text !== 'string') return text;
        items.push(text);
      }
      return `[${items.join(',')}]`;
    }
    if (!isObject(value)) return this.#unavailable(field);
    const text = this.object(value, fieldsFor(value, field.selections));
    if (typeof text === 'string' || !field.nullable || field.key) return text;
    // An input object that lacks a non-null field is as good as a failed one.
    if (text.kind === 'failed') this.failures.push(text.failure);
    return 'null';
  }

  #unavailable({ name }: InputField, failure?: Failure): Unsent {
    const code = failure?.extensions.code === 'DEADLINE_EXCEEDED' ? 'DEADLINE_EXCEEDED' : 'INPUT_UNAVAILABLE';
    const message = `The subgraph "${this.#service}" was not asked: it needs "${name}", which failed.`;
    return { kind: 'failed', failure: { message, extensions: { code, service: this.#service } } };
  }
}
