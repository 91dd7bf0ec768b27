import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Graph, Operation } from './graph.ts';
import { Random } from './random.ts';

const MAX_DEPTH = 5;
const ALIASES = ['a', 'b', 'id', 'name', '__proto__', 'constructor', '_a_b', 'toString'];

/** Generates a valid query from a seed; the same seed gives the same query for as long as the schema stays the same. */
export function generateOperation(schema: GraphQLSchema, graph: Graph, seed: number): Operation {
  // Aliases may collide: then the next attempt, with the same outcome for everybody.
  for (let attempt = 0; ; attempt++) {
    const operation = new Generator(schema, graph, new Random(seed * 1_000 + attempt)).operation(`seed ${seed}`);
    if (validate(schema, parse(operation.query)).length === 0) return operation;
    if (attempt > 200) throw new Error(`no valid operation for ${graph.name} from seed ${seed}`);
  }
}

class Generator {
  readonly #schema: GraphQLSchema;
  readonly #samples: NonNullable<Graph['samples']>;
  readonly #random: Random;
  readonly #fragments: string[] = [];
  readonly #variables = new Map<string, { type: string; value: unknown }>();

  constructor(schema: GraphQLSchema, { samples = {} }: Graph, random: Random) {
    this.#schema = schema;
    this.#samples = samples;
    this.#random = random;
  }

  operation(name: string): Operation {
    const root = this.#schema.getQueryType();
    if (!root) throw new TypeError('a graph has a Query');
    const selection = this.#selectionSet(root, 0);
    const definitions = [...this.#variables].map(([variable, { type }]) => `$${variable}: ${type}`).join(', ');
    const query = [`query Generated${definitions && `(${definitions})`} ${selection}`, ...this.#fragments].join('\n');
    const variables = Object.fromEntries([...this.#variables].map(([variable, { value }]) => [variable, value]));
    return { name, query, variables };
  }

  #selectionSet(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const usable = fields.filter((field) => depth < MAX_DEPTH || !isCompositeType(getNamedType(field.type)));
    const wanted = usable.length === 0 ? 0 : 1 + this.#random.below(Math.min(usable.length, 4));
    for (let count = 0; count < wanted; count++) {
      parts.push(`${this.#field(type, this.#random.pick(usable), depth)}`);
    }
    if (isAbstractType(type)) {
      for (const possible of this.#schema.getPossibleTypes(type)) {
        if (this.#random.chance(0.6)) parts.push(this.#fragment(possible, depth));
      }
    } else if (depth > 0 && this.#random.chance(0.15)) parts.push(this.#fragment(type, depth));
    if (parts.length === 0 || this.#random.chance(0.2))
      parts.push(this.#random.chance(0.3) ? 'kind_: __typename' : '__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #field(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = this.#random.chance(0.15) ? `${this.#random.pick(ALIASES)}: ` : '';
    const inside = getNamedType(field.type);
    const selection = isCompositeType(inside) ? ` ${this.#selectionSet(inside, depth + 1)}` : '';
    return `${alias}${field.name}${this.#arguments(type, field)}${this.#condition()}${selection}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const selection = this.#selectionSet(type, depth + 1);
    if (this.#random.chance(0.7)) return `... on ${type.name}${this.#condition()} ${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}${this.#condition()}`;
  }

  #condition(): string {
    if (!this.#random.chance(0.12)) return '';
    const directive = this.#random.pick(['@skip', '@include']);
    if (this.#random.chance(0.3)) return ` ${directive}(if: ${this.#random.chance(0.5)})`;
    const variable = `if${this.#random.below(2)}`;
    if (!this.#variables.has(variable)) {
      this.#variables.set(variable, { type: 'Boolean!', value: this.#random.chance(0.5) });
    }
    return ` ${directive}(if: $${variable})`;
  }

  #arguments(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((argument) => isRequiredArgument(argument) || this.#random.chance(0.5));
    if (given.length === 0) return '';
    const coordinate = `${type.name}.${field.name}`;
    return `(${given.map((argument) => `${argument.name}: ${this.#argument(coordinate, argument)}`).join(', ')})`;
  }

  #argument(coordinate: string, argument: GraphQLArgument): string {
    const samples = this.#samples[`${coordinate}.${argument.name}`] ?? this.#samples[argument.name];
    const value = samples ? this.#random.pick(samples) : this.#invent(argument.type);
    if (this.#random.chance(0.4)) {
      const variable = `v${this.#variables.size}`;
      this.#variables.set(variable, { type: String(argument.type), value });
      return `$${variable}`;
    }
    return literal(value, argument.type);
  }

  #invent(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#invent(type.ofType);
    if (isListType(type)) return [this.#invent(type.ofType)];
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, this.#invent(field.type)]));
    }
    switch (type.name) {
      case 'Int':
        return 1 + this.#random.below(3);
      case 'Float':
        return this.#random.below(100) / 4;
      case 'Boolean':
        return this.#random.chance(0.5);
      default:
        return this.#random.pick(['1', '2', 'x']);
    }
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (value === null) return 'null';
  if (isListType(type)) {
    return Array.isArray(value)
      ? `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`
      : literal(value, type.ofType);
  }
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type) && typeof value === 'object') {
    const fields = type.getFields();
    const members = Object.entries(value).flatMap(([name, member]) => {
      const field = fields[name];
      return field ? [`${name}: ${literal(member, field.type)}`] : [];
    });
    return `{${members.join(', ')}}`;
  }
  return JSON.stringify(value);
}
