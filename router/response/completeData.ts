import type { DenialCode } from '../operation/guards.ts';
import type { Variables } from './compileWriter.ts';
import type { ClientError, Path } from './errorList.ts';
import type { FieldShape, ObjectShape, ValueShape } from './shape.ts';

/** What completion needs to know of the execution that made the data. */
export interface CompletionContext {
  readonly variables: Variables;
  /** Errors told already; a null at or above one of their paths needs no other. */
  readonly told: readonly ClientError[];
  /** Why `key` of `object` is missing, if a fetch that was to bring it failed. */
  readonly failureOf: (object: object, key: string, path: () => Path) => Omit<ClientError, 'path'> | undefined;
  /** The subgraph that was to bring what belongs at a path of data keys. */
  readonly serviceAt: (path: Path) => string | undefined;
  readonly report: (error: ClientError) => void;
}

export type Data = Record<string, unknown>;

/**
 * Completes data into what the schema promises, by the rules of the GraphQL specification: what is missing or wrong
 * becomes null with an error, and a null where none may be takes its parent with it.
 * Client's names are own keys of objects without a prototype. Null when the root itself could not be completed.
 */
export function completeData(shape: ObjectShape, data: object, context: CompletionContext): Data | null {
  const completion = new Completion(context);
  const completed = completion.object(data, shape, undefined);
  for (const error of completion.reported) context.report(error);
  return completed === BUBBLE ? null : completed;
}

const DENIED: Readonly<Record<DenialCode, string>> = {
  UNAUTHENTICATED: 'This field is for those who say who they are. Send a valid token.',
  FORBIDDEN: 'This field needs a right that the identity does not have.',
};

/** A path from its end, built only as far as errors need it. */
interface Step {
  readonly parent: Step | undefined;
  readonly key: string | number;
  /** The same place in the data. */
  readonly from: string | number;
}

const BUBBLE = Symbol('a null that takes its parent with it');
type Bubble = typeof BUBBLE;

class Completion {
  readonly reported: ClientError[] = [];
  readonly #context: CompletionContext;
  #toldPaths: Set<string> | undefined;

  constructor(context: CompletionContext) {
    this.#context = context;
  }

  object(value: object, shape: ObjectShape, at: Step | undefined): Data | Bubble {
    const completed: Data = Object.create(null);
    const start = this.reported.length;
    for (const field of shape.fields) {
      if (field.conditions && !this.#holds(field.conditions)) continue;
      const before = this.reported.length;
      const result = this.#field(value, shape, field, { parent: at, key: field.key, from: field.from });
      if (result === BUBBLE) return this.#bubble(start, before);
      completed[field.key] = result;
    }
    return completed;
  }

  /** What was reported of siblings is gone with them: what counts is why. */
  #bubble(start: number, cause: number): Bubble {
    this.reported.splice(start, cause - start);
    return BUBBLE;
  }

  #holds(conditions: NonNullable<FieldShape['conditions']>): boolean {
    const { variables } = this.#context;
    return conditions.some((all) => all.every(({ variable, value }) => Boolean(variables[variable]) === value));
  }

  #field(object: object, shape: ObjectShape, field: FieldShape, at: Step): unknown {
    if (field.denied) {
      this.#add({ message: DENIED[field.denied], path: clientPath(at), extensions: { code: field.denied } });
      return field.value.nullable ? null : BUBBLE;
    }
    if (field.value.kind === 'typename') {
      if (shape.typename !== null) return shape.typename;
      this.#report(at, `The type of this object could not be learned.`, 'SUBGRAPH_UNAVAILABLE');
      return BUBBLE;
    }
    const value: unknown = Object.hasOwn(object, field.from) ? Reflect.get(object, field.from) : undefined;
    if (value !== undefined) return this.#value(value, field.value, field.coordinate, at);
    const failure = this.#context.failureOf(object, field.from, () => dataPath(at));
    if (failure && !this.#isTold(at)) this.#add({ ...failure, path: clientPath(at) });
    else if (!failure) this.#report(at, `${field.coordinate} was not answered.`, 'SUBGRAPH_UNAVAILABLE');
    return field.value.nullable ? null : BUBBLE;
  }

  #value(value: unknown, shape: ValueShape, coordinate: string, at: Step): unknown {
    if (value === null || value === undefined) {
      if (shape.nullable) return null;
      this.#report(at, `Cannot return null for non-nullable field ${coordinate}.`, 'INTERNAL_SERVER_ERROR');
      return BUBBLE;
    }
    const completed = this.#nonNull(value, shape, coordinate, at);
    return completed === BUBBLE && shape.nullable ? null : completed;
  }

  #nonNull(value: unknown, shape: ValueShape, coordinate: string, at: Step): unknown {
    switch (shape.kind) {
      case 'introspection':
        return value;
      case 'scalar':
        return scalar(value, shape.type.name) ?? this.#wrong(value, shape.type.name, coordinate, at);
      case 'enum':
        if (typeof value === 'string' && shape.type.getValue(value)) return value;
        return this.#wrong(value, `a value of ${shape.type.name}`, coordinate, at);
      case 'list':
        if (!Array.isArray(value)) return this.#wrong(value, 'a list', coordinate, at);
        return this.#list(value, shape.item, coordinate, at);
      case 'object':
        if (!isObject(value)) return this.#wrong(value, 'an object', coordinate, at);
        return this.object(value, shape.shape, at);
      case 'abstract': {
        if (!isObject(value)) return this.#wrong(value, 'an object', coordinate, at);
        // A subgraph that has the interface as an object is not asked for the type.
        const typename: unknown = Reflect.get(value, '__typename') ?? shape.name;
        const possible = typeof typename === 'string' ? shape.shapes.get(typename) : undefined;
        if (possible) return this.object(value, possible, at);
        return this.#wrong(value, `an object of a type that is ${shape.name}`, coordinate, at);
      }
      case 'typename':
        return BUBBLE;
    }
  }

  #list(values: readonly unknown[], item: ValueShape, coordinate: string, at: Step): unknown[] | Bubble {
    const completed: unknown[] = [];
    const start = this.reported.length;
    for (const [index, value] of values.entries()) {
      const before = this.reported.length;
      const result = this.#value(value, item, coordinate, { parent: at, key: index, from: index });
      if (result === BUBBLE) return this.#bubble(start, before);
      completed.push(result);
    }
    return completed;
  }

  /** The value itself is not told: it may be anything. */
  #wrong(value: unknown, expected: string, coordinate: string, at: Step): Bubble {
    const got = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
    this.#report(at, `Expected ${expected} for ${coordinate}; the subgraph answered ${got}.`, 'SUBGRAPH_UNAVAILABLE');
    return BUBBLE;
  }

  #report(at: Step, message: string, code: 'SUBGRAPH_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR'): void {
    if (this.#isTold(at)) return;
    const service = this.#context.serviceAt(dataPath(at));
    this.#add({ message, path: clientPath(at), extensions: { code, ...(service !== undefined && { service }) } });
  }

  #add(error: ClientError): void {
    this.reported.push(error);
    this.#remember(error);
  }

  #isTold(at: Step): boolean {
    if (!this.#toldPaths) {
      this.#toldPaths = new Set();
      for (const error of this.#context.told) this.#remember(error);
    }
    return this.#toldPaths.has(JSON.stringify(clientPath(at)));
  }

  #remember({ path }: ClientError): void {
    if (!path || !this.#toldPaths) return;
    for (let length = path.length; length > 0; length--) this.#toldPaths.add(JSON.stringify(path.slice(0, length)));
  }
}

function clientPath(at: Step): (string | number)[] {
  const path: (string | number)[] = [];
  for (let step: Step | undefined = at; step; step = step.parent) path.push(step.key);
  return path.reverse();
}

function dataPath(at: Step): (string | number)[] {
  const path: (string | number)[] = [];
  for (let step: Step | undefined = at; step; step = step.parent) path.push(step.from);
  return path.reverse();
}

/** Undefined for a value that is not of this scalar. */
function scalar(value: unknown, type: string): unknown {
  switch (type) {
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'ID':
      return typeof value === 'string' || Number.isInteger(value) ? String(value) : undefined;
    case 'Int':
      return typeof value === 'number' && (value | 0) === value ? value : undefined;
    case 'Float':
      return typeof value === 'number' ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    default:
      return value;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
