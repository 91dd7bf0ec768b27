import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import type { EntityInputs, InputField } from '../plan.ts';
import type { SupergraphFacts } from './supergraphFacts.ts';

export interface FetchPart {
  readonly operation: OperationDefinitionNode;
  readonly inputs: EntityInputs;
}

/**
 * One representation has room for one value of a field. Where a fetch needs a field twice, with different arguments,
 * it becomes several fetches: each asks for those outputs whose needs agree.
 */
export function splitByRequirements(
  operation: OperationDefinitionNode,
  inputs: EntityInputs,
  service: string,
  facts: SupergraphFacts,
  originals: ReadonlyMap<string, string>,
): FetchPart[] {
  if (originals.size === 0 || !Object.values(inputs).some(({ fields }) => hasConflict(fields))) {
    return [{ operation, inputs }];
  }
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) return [{ operation, inputs }];
  const groups: { needs: Set<string>; outputs: Set<string> }[] = [];
  for (const { coordinate, needs } of outputsOf(entities.selectionSet, '', service, facts)) {
    const virtual = new Set([...needs].filter((name) => originals.has(name)));
    const group = groups.find((candidate) => agree(candidate.needs, virtual, originals));
    if (!group) groups.push({ needs: virtual, outputs: new Set([coordinate]) });
    else {
      for (const name of virtual) group.needs.add(name);
      group.outputs.add(coordinate);
    }
  }
  return groups.map(({ needs, outputs }) => ({
    operation: withUsedVariables({
      ...operation,
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [{ ...entities, selectionSet: keep(entities.selectionSet as SelectionSetNode, '', outputs) }],
      },
    }),
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([typename, input]) => [
        typename,
        { ...input, fields: withNeeds(input.fields, needs, originals) },
      ]),
    ),
  }));
}

/** A subgraph refuses a document that declares variables it does not use. */
function withUsedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(operation.selectionSet, {
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  const declared = operation.variableDefinitions ?? [];
  return { ...operation, variableDefinitions: declared.filter(({ variable }) => used.has(variable.name.value)) };
}

function hasConflict(fields: readonly InputField[]): boolean {
  const names = fields.map(({ name }) => name);
  return (
    new Set(names).size < names.length ||
    fields.some(({ selections }) => selections?.some((selection) => hasConflict(selection.fields)))
  );
}

/** The fields asked of the entities, with the names of all fields that their `@requires` mention. */
function* outputsOf(
  { selections }: SelectionSetNode,
  type: string,
  service: string,
  facts: SupergraphFacts,
): Generator<{ coordinate: string; needs: Set<string> }> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      yield* outputsOf(selection.selectionSet, selection.typeCondition?.name.value ?? type, service, facts);
    } else if (selection.kind === Kind.FIELD) {
      const requires = facts.requirementsOf(service, type, selection.name.value) ?? '';
      yield { coordinate: coordinateOf(type, selection), needs: new Set(requires.match(/[_A-Za-z]\w*/g)) };
    }
  }
}

function agree(left: ReadonlySet<string>, right: ReadonlySet<string>, originals: ReadonlyMap<string, string>): boolean {
  const clashes = (a: string, b: string): boolean => a !== b && originals.get(a) === originals.get(b);
  return ![...left].some((a) => [...right].some((b) => clashes(a, b)));
}

function keep({ selections }: SelectionSetNode, type: string, outputs: ReadonlySet<string>): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return outputs.has(coordinateOf(type, selection)) ? [selection] : [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      const inside = keep(selection.selectionSet, selection.typeCondition?.name.value ?? type, outputs);
      return inside.selections.length === 0 ? [] : [{ ...selection, selectionSet: inside }];
    }),
  };
}

function coordinateOf(type: string, { alias, name }: SelectionNode & { readonly kind: Kind.FIELD }): string {
  return `${type}.${(alias ?? name).value}`;
}

/** Without the virtual fields that serve other outputs only. */
function withNeeds(
  fields: readonly InputField[],
  needs: ReadonlySet<string>,
  originals: ReadonlyMap<string, string>,
): InputField[] {
  return fields
    .filter(({ from }) => !originals.has(from) || needs.has(from))
    .map((field) => ({
      ...field,
      selections:
        field.selections?.map((selection) => ({
          ...selection,
          fields: withNeeds(selection.fields, needs, originals),
        })) ?? null,
    }))
    .filter(({ selections }) => !selections?.every((selection) => selection.fields.length === 0));
}
