import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { entityOf, topProducts } from './data.ts';
import { SUBGRAPHS, type SubgraphName } from './graph.ts';

type Variables = Readonly<Record<string, unknown>>;
type Written = WeakMap<object, string>;

interface Prepared {
  readonly root: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What was written of an object for a selection is never written again. */
  readonly written: Map<SelectionSetNode, Written>;
}

const prepared = new Map<string, Prepared>();

/**
 * Answers any document that a gateway may make of the benchmark's query, in JSON. It reads a document once and writes
 * an object once per selection: what it costs must not hide what the gateways do.
 */
export function answer(name: SubgraphName, query: string, variables: Variables): string {
  let document = prepared.get(query);
  if (document === undefined) {
    document = prepare(parse(query));
    prepared.set(query, document);
  }
  const fields = fieldsOf(document, document.root, 'Query').map((field) => {
    const key = JSON.stringify(field.alias?.value ?? field.name.value);
    return `${key}:${rootField(name, document, field, variables)}`;
  });
  return `{"data":{${fields.join(',')}}}`;
}

function prepare({ definitions }: DocumentNode): Prepared {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new TypeError('expected an operation');
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    root: operation.selectionSet,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    written: new Map(),
  };
}

function rootField(name: SubgraphName, document: Prepared, field: FieldNode, variables: Variables): string {
  const argument = (wanted: string): unknown =>
    argumentValue(field.arguments?.find((candidate) => candidate.name.value === wanted)?.value, variables);
  switch (field.name.value) {
    case '__typename':
      return '"Query"';
    case '_service':
      return JSON.stringify({ sdl: SUBGRAPHS[name] });
    case '_entities':
      return write(document, (argument('representations') as Variables[]).map(entityOf), field.selectionSet);
    case 'topProducts':
      return write(document, topProducts(Number(argument('first')), String(argument('category'))), field.selectionSet);
    default:
      throw new TypeError(`no field Query.${field.name.value}`);
  }
}

function argumentValue(value: ValueNode | undefined, variables: Variables): unknown {
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
  return value && 'value' in value ? value.value : undefined;
}

function write(document: Prepared, value: unknown, selections: SelectionSetNode | undefined): string {
  if (selections === undefined || value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(document, item, selections)).join(',')}]`;
  let written = document.written.get(selections);
  if (written === undefined) {
    written = new WeakMap();
    document.written.set(selections, written);
  }
  let text = written.get(value);
  if (text === undefined) {
    text = writeObject(document, value, selections);
    written.set(value, text);
  }
  return text;
}

function writeObject(document: Prepared, object: object, selections: SelectionSetNode): string {
  const members = fieldsOf(document, selections, String(Reflect.get(object, '__typename'))).map((field) => {
    const value: unknown = Reflect.get(object, field.name.value);
    return `${JSON.stringify(field.alias?.value ?? field.name.value)}:${write(document, value, field.selectionSet)}`;
  });
  return `{${members.join(',')}}`;
}

/** The fields of a selection that an object of the type has; equal keys once. */
function fieldsOf(document: Prepared, { selections }: SelectionSetNode, type: string): FieldNode[] {
  const fields = new Map<string, FieldNode>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      fields.set(selection.alias?.value ?? selection.name.value, selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition !== undefined && condition !== type) continue;
    for (const field of fieldsOf(document, fragment.selectionSet, type)) {
      fields.set(field.alias?.value ?? field.name.value, field);
    }
  }
  return [...fields.values()];
}
