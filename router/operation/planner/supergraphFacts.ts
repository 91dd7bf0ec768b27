import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  print,
} from 'graphql';
import { applications, booleanArgument, isFieldsType, parseFieldSet, stringArgument } from './supergraphTypes.ts';

const NAME = /[_A-Za-z]\w*/g;
const AI_SPEC = 'https://archipelago.dev/ai/';

/** What a supergraph says beyond what the planner keeps. */
export class SupergraphFacts {
  readonly schema: GraphQLSchema;
  /** Names of fields with arguments that other fields need: a client's own arguments must not meet theirs. */
  readonly neededWithArguments = new Set<string>();
  readonly interfaceObjects = new Set<string>();
  readonly overrideLabels = new Set<string>();
  /** `Type.field` to milliseconds. */
  readonly #deadlines = new Map<string, number>();
  /** `subgraph Type` to the fields its keys are made of. */
  readonly #keys = new Map<string, Set<string>>();
  /** `subgraph Type.field` to its `@requires`. */
  readonly #requires = new Map<string, string>();

  constructor(supergraph: DocumentNode) {
    this.schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    const subgraphs = subgraphNames(supergraph);
    const hasDeadlines = linksAiSpec(supergraph);
    const withArguments = new Set<string>();
    const needed = new Set<string>();
    for (const type of supergraph.definitions) {
      if (!isFieldsType(type)) continue;
      const typeName = type.name.value;
      for (const join of applications(type, 'join__type')) {
        if (booleanArgument(join, 'isInterfaceObject') === true) this.interfaceObjects.add(typeName);
        const key = stringArgument(join, 'key');
        if (key === undefined || booleanArgument(join, 'resolvable') === false) continue;
        const owner = `${subgraphs.get(stringArgument(join, 'graph') ?? '')} ${typeName}`;
        const fields = this.#keys.get(owner) ?? new Set();
        for (const selection of parseFieldSet(key).selections) {
          if (selection.kind === Kind.FIELD) fields.add(selection.name.value);
        }
        this.#keys.set(owner, fields);
      }
      for (const field of type.fields ?? []) {
        const coordinate = `${typeName}.${field.name.value}`;
        if (field.arguments?.length) withArguments.add(field.name.value);
        for (const join of applications(field, 'join__field')) {
          for (const name of print(join).match(NAME) ?? []) needed.add(name);
          const label = stringArgument(join, 'overrideLabel');
          if (label !== undefined) this.overrideLabels.add(label);
          const requires = stringArgument(join, 'requires');
          if (requires === undefined) continue;
          this.#requires.set(`${subgraphs.get(stringArgument(join, 'graph') ?? '')} ${coordinate}`, requires);
        }
        if (!hasDeadlines) continue;
        for (const deadline of applications(field, 'deadline')) {
          const ms = deadline.arguments?.find(({ name }) => name.value === 'ms')?.value;
          if (ms?.kind === Kind.INT) this.#deadlines.set(coordinate, Number(ms.value));
        }
      }
    }
    for (const name of withArguments) if (needed.has(name)) this.neededWithArguments.add(name);
  }

  deadlineOf(type: string, field: string): number | undefined {
    return this.#deadlines.get(`${type}.${field}`);
  }

  /** The field set that `subgraph` needs to resolve `type.field`. */
  requirementsOf(subgraph: string, type: string, field: string): string | undefined {
    return this.#requires.get(`${subgraph} ${type}.${field}`);
  }

  isKeyField(subgraph: string, type: string, field: string): boolean {
    if (this.#keys.get(`${subgraph} ${type}`)?.has(field)) return true;
    const definition = this.schema.getType(type);
    const interfaces = isObjectType(definition) || isInterfaceType(definition) ? definition.getInterfaces() : [];
    return interfaces.some(({ name }) => this.#keys.get(`${subgraph} ${name}`)?.has(field));
  }

  /**
   * The `__typename`s of data to which a condition on `type` applies: itself (an interface, where an interface object
   * answered) and all that it stands for.
   */
  typenamesOf(type: string): string[] {
    const definition = this.schema.getType(type);
    if (!isAbstractType(definition)) return [type];
    const names = this.schema.getPossibleTypes(definition).map(({ name }) => name);
    if (!isInterfaceType(definition)) return names;
    return [type, ...this.schema.getImplementations(definition).interfaces.map(({ name }) => name), ...names];
  }

  /** Undefined for `__typename` and what is not there. */
  field(type: string, name: string): FieldFacts | undefined {
    const definition = this.schema.getType(type);
    if (!isObjectType(definition) && !isInterfaceType(definition)) return undefined;
    const field = definition.getFields()[name];
    if (!field) return undefined;
    const value = getNullableType(field.type);
    return {
      type: getNamedType(value).name,
      nullable: value === field.type,
      plain: isEnumType(value) || (isScalarType(value) && isSpecifiedScalarType(value)),
    };
  }

  isAbstract(type: string): boolean {
    return isAbstractType(this.schema.getType(type));
  }
}

interface FieldFacts {
  /** The name of its type, without lists and non-null. */
  readonly type: string;
  readonly nullable: boolean;
  /** Neither a list, nor an object, nor a custom scalar. */
  readonly plain: boolean;
}

/** `join__Graph` values to the names of the subgraphs. */
function subgraphNames(supergraph: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      for (const graph of applications(value, 'join__graph')) {
        names.set(value.name.value, stringArgument(graph, 'name') ?? value.name.value);
      }
    }
  }
  return names;
}

function linksAiSpec(supergraph: DocumentNode): boolean {
  return supergraph.definitions.some(
    (definition) =>
      (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) &&
      applications(definition, 'link').some((link) => stringArgument(link, 'url')?.startsWith(AI_SPEC)),
  );
}
