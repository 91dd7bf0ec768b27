import {
  baseType,
  type CompositeType,
  isCompositeType,
  isEnumType,
  isObjectType,
  type NamedType,
} from '@apollo/federation-internals';
import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { Entity, Key } from './subgraphSchema.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** As the router names an entity: its type and one of its keys. */
export type Representation = JsonObject & { readonly __typename: string };

/** An entity that nothing has: number `n` of them, like `sample` in the form of its ids where there is one. */
export function unknownRepresentation(entity: Entity, key: Key, n: number, sample?: JsonObject): Representation {
  return { __typename: entity.name, ...unknownFields(entity.type, key.selections, n, sample) };
}

/** Of a representation, the type and the key alone. */
export function keyOf(entity: Entity, key: Key, fields: JsonObject): Representation {
  return { __typename: entity.name, ...pick(key.selections, fields) };
}

/** Whether a representation, or a sample, has every field of a key. */
export function hasKey(key: Key, fields: JsonObject): boolean {
  return has(key.selections, fields);
}

/** Whether an object has all that is selected. */
export function has({ selections }: SelectionSetNode, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => has({ kind: Kind.SELECTION_SET, selections }, item));
  if (!isObject(value)) return false;
  return fieldsOf(selections).every(({ name, selectionSet }) => {
    const inner = value[name.value];
    if (inner === undefined) return false;
    return selectionSet === undefined || inner === null || has(selectionSet, inner);
  });
}

/** Whether an answer has the values of a representation; ids may come as numbers where text was sent. */
export function sameKey({ selections }: SelectionSetNode, answer: unknown, representation: unknown): boolean {
  if (!isObject(answer) || !isObject(representation)) return false;
  return fieldsOf(selections).every(({ name, selectionSet }) => {
    const [came, sent] = [answer[name.value], representation[name.value]];
    return selectionSet ? sameKey(selectionSet, came, sent) : String(came) === String(sent);
  });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(selections: SelectionSetNode['selections']): FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

function pick({ selections }: SelectionSetNode, value: JsonObject): JsonObject {
  return Object.fromEntries(
    fieldsOf(selections).map(({ name, selectionSet }) => {
      const inner = value[name.value];
      return [name.value, selectionSet && isObject(inner) ? pick(selectionSet, inner) : inner];
    }),
  );
}

function unknownFields(
  type: CompositeType,
  { selections }: SelectionSetNode,
  n: number,
  sample: JsonObject | undefined,
): JsonObject {
  return Object.fromEntries(
    fieldsOf(selections).map(({ name, selectionSet }) => {
      const fieldType = isObjectType(type) ? type.field(name.value)?.type : undefined;
      const inner = fieldType && baseType(fieldType);
      const known = sample?.[name.value];
      if (selectionSet && inner && isCompositeType(inner)) {
        return [name.value, unknownFields(inner, selectionSet, n, isObject(known) ? known : undefined)];
      }
      return [name.value, unknownValue(inner, n, known)];
    }),
  );
}

const LARGE = 2_000_000_000;

function unknownValue(type: NamedType | undefined, n: number, known: unknown): unknown {
  if (type !== undefined && isEnumType(type)) return type.values[n % type.values.length]?.name;
  if (typeof known === 'number' || type?.name === 'Int' || type?.name === 'Float') return LARGE + n;
  if (type?.name === 'Boolean') return n % 2 === 0;
  return typeof known === 'string' ? `${known}-conformance-${n}` : `conformance-${n}`;
}
