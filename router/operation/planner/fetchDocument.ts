import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { AnswerTree, KeyRename } from '../plan.ts';
import type { SupergraphFacts } from './supergraphFacts.ts';

type MutableTree = { [key: string]: MutableTree | null };

export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new TypeError('the planner made a fetch without an operation');
  return operation;
}

/** Fields of a selection set with the type each is asked of. */
export function* fieldsOf(
  { selections }: SelectionSetNode,
  parent: string,
): Generator<{ readonly field: FieldNode; readonly parent: string }> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield { field: selection, parent };
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      yield* fieldsOf(selection.selectionSet, selection.typeCondition?.name.value ?? parent);
    }
  }
}

/** The keys that the answer to a selection set has once `renames` are done. */
export function answersOf(selectionSet: SelectionSetNode, renames: readonly KeyRename[]): AnswerTree {
  return tree(selectionSet, renames, []);
}

function tree(selectionSet: SelectionSetNode, renames: readonly KeyRename[], path: readonly string[]): MutableTree {
  const into: MutableTree = {};
  for (const { field } of fieldsOf(selectionSet, '')) {
    const answered = field.alias?.value ?? field.name.value;
    const key = renames.find((rename) => rename.from === answered && sameKeys(rename, path))?.to ?? answered;
    const inside = field.selectionSet && tree(field.selectionSet, renames, [...path, answered]);
    const known = into[key];
    into[key] = inside ? { ...known, ...inside } : null;
  }
  return into;
}

function sameKeys(rename: KeyRename, path: readonly string[]): boolean {
  const keys = rename.path.flatMap((step) => ('key' in step ? [step.key] : []));
  return keys.length === path.length && keys.every((key, index) => key === path[index]);
}

/**
 * The most that a fetch may take: the largest `@deadline` in it. A root field without one may take as long as it
 * likes, and with it the fetch; of an entity's fields, those without one are taken to be at hand.
 */
export function deadlineOf(
  selectionSet: SelectionSetNode,
  parent: string,
  facts: SupergraphFacts,
  isEntity: boolean,
): number | null {
  let largest: number | null = null;
  for (const { field, parent: type } of fieldsOf(selectionSet, parent)) {
    const name = field.name.value;
    if (name === '__typename') continue;
    const own = facts.deadlineOf(type, name);
    if (own === undefined && !isEntity) return null;
    const definition = facts.field(type, name);
    const inside =
      field.selectionSet && definition ? deadlineOf(field.selectionSet, definition.type, facts, true) : null;
    for (const ms of [own, inside]) {
      if (ms !== undefined && ms !== null && (largest === null || ms > largest)) largest = ms;
    }
  }
  return largest;
}
