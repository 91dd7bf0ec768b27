import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import type { DenialCode, Denials } from '../operation/guards.ts';
import { internalName } from '../operation/internalNames.ts';
import type { Condition, FieldShape, ObjectShape, ValueShape } from './shape.ts';

export interface ShapeOptions {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly neededWithArguments: ReadonlySet<string>;
  readonly interfaceObjects: ReadonlySet<string>;
  readonly denied: Denials;
}

/** Objects of different type or selection in one response; each costs a compiled function. */
const MAX_OBJECT_SHAPES = 20_000;

/**
 * @throws CodedError `OPERATION_TOO_LARGE` when fragments and possible types multiply beyond reason.
 */
export function buildShape(options: ShapeOptions): ObjectShape {
  const type = options.schema.getRootType(options.operation.operation);
  if (!type) throw new TypeError('a validated operation has a root type');
  return new ShapeBuilder(options).object(type, [
    { selectionSet: options.operation.selectionSet, conditions: [], type: type.name },
  ]);
}

/** All must hold. */
type Conditions = readonly Condition[];

/** One place in the document that selects fields of an object. */
interface Source {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: Conditions;
  /** The type it is written for. */
  readonly type: string;
}

interface Collected {
  readonly key: string;
  readonly from: string;
  readonly name: string;
  readonly occurrences: Conditions[];
  /** For each occurrence, why it is not fetched. */
  readonly denials: (DenialCode | undefined)[];
  readonly sources: Source[];
}

class ShapeBuilder {
  readonly #options: ShapeOptions;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #shapes = new Map<string, ObjectShape>();
  readonly #selectionSetIds = new Map<SelectionSetNode, number>();

  constructor(options: ShapeOptions) {
    this.#options = options;
    for (const definition of options.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  object(type: GraphQLCompositeType, sources: readonly Source[]): ObjectShape {
    const identity = this.#identity(type.name, sources);
    const known = this.#shapes.get(identity);
    if (known) return known;
    if (this.#shapes.size >= MAX_OBJECT_SHAPES) {
      throw new CodedError(
        'OPERATION_TOO_LARGE',
        `The answer to an operation may have at most ${MAX_OBJECT_SHAPES} kinds of objects. Ask for fewer types at once.`,
        { details: { limit: MAX_OBJECT_SHAPES, of: 'shapes' } },
      );
    }
    const shape = {
      id: this.#shapes.size,
      typename: isObjectType(type) ? type.name : null,
      fields: [] as FieldShape[],
    };
    this.#shapes.set(identity, shape);
    const collected = new Map<string, Collected>();
    for (const source of sources) this.#collect(type, source, collected);
    for (const field of collected.values()) shape.fields.push(this.#field(type, field));
    return shape;
  }

  #field(type: GraphQLCompositeType, { key, from, name, occurrences, denials, sources }: Collected): FieldShape {
    const always = occurrences.some((conditions) => conditions.length === 0);
    return {
      key,
      from,
      coordinate: `${type.name}.${name}`,
      conditions: always ? null : occurrences,
      denied: denials.includes(undefined) ? undefined : denials[0],
      value: this.#fieldValue(type, name, occurrences.length === 1 ? sources.map(unconditional) : sources),
    };
  }

  #fieldValue(type: GraphQLCompositeType, name: string, sources: readonly Source[]): ValueShape {
    if (name === '__typename') return { kind: 'typename', nullable: false };
    if (name === '__schema' || name === '__type') return { kind: 'introspection', nullable: true };
    const field: GraphQLField<unknown, unknown> | undefined = isUnionType(type) ? undefined : type.getFields()[name];
    if (!field) throw new TypeError(`a validated operation has no unknown field ${type.name}.${name}`);
    return this.#value(field.type, sources, true);
  }

  #value(type: GraphQLOutputType, sources: readonly Source[], nullable: boolean): ValueShape {
    if (isNonNullType(type)) return this.#value(type.ofType, sources, false);
    if (isListType(type)) return { kind: 'list', nullable, item: this.#value(type.ofType, sources, true) };
    if (isScalarType(type)) return { kind: 'scalar', nullable, type };
    if (isEnumType(type)) return { kind: 'enum', nullable, type };
    if (isObjectType(type)) return { kind: 'object', nullable, shape: this.object(type, sources) };
    const { schema, interfaceObjects } = this.#options;
    const shapes = new Map<string, ObjectShape>();
    for (const possible of schema.getPossibleTypes(type)) shapes.set(possible.name, this.object(possible, sources));
    if (isInterfaceType(type)) {
      for (const able of [type, ...schema.getImplementations(type).interfaces]) {
        if (interfaceObjects.has(able.name)) shapes.set(able.name, this.object(able, sources));
      }
    }
    return { kind: 'abstract', nullable, name: type.name, shapes };
  }

  #collect(type: GraphQLCompositeType, source: Source, into: Map<string, Collected>): void {
    const { selectionSet, conditions } = source;
    for (const selection of selectionSet.selections) {
      const narrowed = narrow(conditions, selection.directives);
      if (!narrowed) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        let field = into.get(key);
        if (!field) {
          const from = internalName(selection, this.#options.neededWithArguments);
          field = { key, from, name: selection.name.value, occurrences: [], denials: [], sources: [] };
          into.set(key, field);
        }
        field.occurrences.push(narrowed);
        const returned = this.#returnedBy(type, selection.name.value);
        field.denials.push(
          this.#denied(source.type, selection.name.value, returned) ??
            this.#denied(type.name, selection.name.value, returned),
        );
        if (selection.selectionSet) {
          field.sources.push({ selectionSet: selection.selectionSet, conditions: narrowed, type: returned });
        }
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        const written = fragment.typeCondition?.name.value ?? source.type;
        this.#collect(type, { selectionSet: fragment.selectionSet, conditions: narrowed, type: written }, into);
      }
    }
  }

  #denied(type: string, field: string, returned: string): DenialCode | undefined {
    return field.startsWith('__') ? undefined : this.#options.denied.of(type, field, returned);
  }

  #returnedBy(type: GraphQLCompositeType, field: string): string {
    const definition = isUnionType(type) ? undefined : type.getFields()[field];
    return definition ? getNamedType(definition.type).name : '';
  }

  #applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const { schema } = this.#options;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
  }

  #identity(typename: string, sources: readonly Source[]): string {
    const parts = sources.map(({ selectionSet, conditions }) => {
      let id = this.#selectionSetIds.get(selectionSet);
      if (id === undefined) {
        id = this.#selectionSetIds.size;
        this.#selectionSetIds.set(selectionSet, id);
      }
      return `${id}${conditions.map(({ variable, value }) => (value ? `+${variable}` : `-${variable}`)).join('')}`;
    });
    return `${typename} ${parts.join(' ')}`;
  }
}

function unconditional(source: Source): Source {
  return { ...source, conditions: [] };
}

/** Undefined when it can never hold. */
function narrow(conditions: Conditions, directives: readonly DirectiveNode[] | undefined): Conditions | undefined {
  let narrowed = conditions;
  for (const { name, arguments: given } of directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    const passing = name.value === 'include';
    if (value?.kind === Kind.BOOLEAN && value.value !== passing) return undefined;
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    const known = narrowed.find((condition) => condition.variable === variable);
    if (known && known.value !== passing) return undefined;
    if (!known) narrowed = [...narrowed, { variable, value: passing }];
  }
  return narrowed;
}
