import type * as apollo from '@apollo/query-planner';
import {
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import type {
  ContextArgument,
  ContextStep,
  FetchNode,
  KeyRename,
  ParallelNode,
  PathStep,
  PlanNode,
  SequenceNode,
} from '../plan.ts';
import { entityInputs } from './entityInputs.ts';
import { answersOf, deadlineOf, operationOf } from './fetchDocument.ts';
import { splitByRequirements } from './splitByRequirements.ts';
import type { SupergraphFacts } from './supergraphFacts.ts';

/** Thrown for a plan of a kind that is not executed. */
export class UnsupportedPlan extends Error {}

/** Makes the planner's plan into ours: flattened, with all that only the supergraph knows resolved. */
export class PlanTranslator {
  readonly #facts: SupergraphFacts;
  /** Virtual field to the field it stands for. */
  readonly #originals: ReadonlyMap<string, string>;

  constructor(facts: SupergraphFacts, originals: ReadonlyMap<string, string>) {
    this.#facts = facts;
    this.#originals = originals;
  }

  translate(node: apollo.PlanNode | apollo.SubscriptionNode, path: readonly PathStep[] = []): PlanNode {
    switch (node.kind) {
      case 'Sequence':
        return this.#several('sequence', node.nodes, path);
      case 'Parallel':
        return this.#several('parallel', node.nodes, path);
      case 'Flatten':
        return this.translate(node.node, [...path, ...node.path.map(pathStep)]);
      case 'Condition':
        return {
          kind: 'condition',
          variable: node.condition,
          whenTrue: node.ifClause ? this.translate(node.ifClause, path) : null,
          whenFalse: node.elseClause ? this.translate(node.elseClause, path) : null,
        };
      case 'Fetch':
        return this.#fetch(node, path);
      case 'Defer':
        throw new UnsupportedPlan('@defer is not served.');
      case 'Subscription':
        throw new UnsupportedPlan('Subscriptions are not served.');
    }
  }

  #several<Kind extends 'sequence' | 'parallel'>(
    kind: Kind,
    nodes: readonly apollo.PlanNode[],
    path: readonly PathStep[],
  ): SequenceNode | ParallelNode {
    return { kind, nodes: nodes.map((node) => this.translate(node, path)) };
  }

  #fetch(node: apollo.FetchNode, path: readonly PathStep[]): PlanNode {
    if (!node.operationDocumentNode) throw new TypeError('the planner was not asked for documents');
    const operation = operationOf(node.operationDocumentNode);
    if (!node.requires) return this.#fetchNode(node, path, this.#withoutRootConditions(operation), null);
    const { requires } = node;
    const inputs = entityInputs({
      requires,
      rewrites: node.inputRewrites ?? [],
      service: node.serviceName,
      facts: this.#facts,
      originals: this.#originals,
    });
    const parts = splitByRequirements(operation, inputs, node.serviceName, this.#facts, this.#originals).map((part) =>
      this.#fetchNode(node, path, part.operation, part.inputs),
    );
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'parallel', nodes: parts };
  }

  #fetchNode(
    node: apollo.FetchNode,
    path: readonly PathStep[],
    operation: OperationDefinitionNode,
    entities: FetchNode['entities'],
  ): FetchNode {
    const renames = (node.outputRewrites ?? []).map((rewrite) => this.#keyRename(rewrite));
    const root = rootSelections(operation, entities !== null);
    const isContext = new Set(node.contextRewrites?.map(({ renameKeyTo }) => renameKeyTo));
    return {
      kind: 'fetch',
      service: node.serviceName,
      path,
      query: this.#print(node, operation),
      operationName: node.operationName,
      operation: operation.operation === 'mutation' ? 'mutation' : 'query',
      variables: (operation.variableDefinitions ?? [])
        .map(({ variable }) => variable.name.value)
        .filter((name) => name !== 'representations' && !isContext.has(name)),
      entities,
      contexts: (node.contextRewrites ?? []).map((context) => this.#contextArgument(context)),
      answers: answersOf(root, renames),
      renames,
      deadlineMs: deadlineOf(root, this.#rootType(operation), this.#facts, entities !== null),
    };
  }

  /** Below a field of the root's own type the planner says `... on Query`; the subgraph may call its root otherwise. */
  #withoutRootConditions(operation: OperationDefinitionNode): OperationDefinitionNode {
    const root = this.#rootType(operation);
    const { selections } = operation.selectionSet;
    const isRootCondition = (selection: SelectionNode): selection is InlineFragmentNode =>
      selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition?.name.value === root;
    if (!selections.some(isRootCondition)) return operation;
    const unconditional = selections.map((selection) => {
      if (!isRootCondition(selection)) return selection;
      const { typeCondition: _, ...rest } = selection;
      return rest;
    });
    return { ...operation, selectionSet: { ...operation.selectionSet, selections: unconditional } };
  }

  #rootType({ operation }: OperationDefinitionNode): string {
    return this.#facts.schema.getRootType(operation)?.name ?? '';
  }

  /** The document as it is sent: virtual fields are aliases of the fields they stand for. */
  #print(node: apollo.FetchNode, operation: OperationDefinitionNode): string {
    if (this.#originals.size === 0 && node.operationDocumentNode?.definitions[0] === operation) return node.operation;
    return stripIgnoredCharacters(
      print({ ...operation, selectionSet: aliasVirtualFields(operation.selectionSet, this.#originals) }),
    );
  }

  #keyRename(rewrite: apollo.FetchDataRewrite): KeyRename {
    const from = rewrite.path.at(-1);
    if (rewrite.kind !== 'KeyRenamer' || from === undefined) {
      throw new TypeError(`the planner made an output rewrite of an unknown kind: ${JSON.stringify(rewrite)}`);
    }
    return { path: rewrite.path.slice(0, -1).map((step) => this.#step(step)), from, to: rewrite.renameKeyTo };
  }

  #contextArgument({ path, renameKeyTo }: apollo.FetchDataKeyRenamer): ContextArgument {
    const steps = path.filter((step) => step !== '..');
    return { variable: renameKeyTo, up: path.length - steps.length, path: steps.map((step) => this.#step(step)) };
  }

  #step(step: string): ContextStep {
    return step.startsWith('... on ') ? { types: this.#facts.typenamesOf(step.slice(7)) } : { key: step };
  }
}

/** Conditions on types do not occur in paths: type-conditioned fetching is off. */
function pathStep(element: string | number): PathStep {
  return element === '@' ? null : String(element);
}

function rootSelections(operation: OperationDefinitionNode, isEntity: boolean): SelectionSetNode {
  if (!isEntity) return operation.selectionSet;
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet)
    throw new TypeError('the planner made a fetch of no entities');
  return entities.selectionSet;
}

function aliasVirtualFields(selectionSet: SelectionSetNode, originals: ReadonlyMap<string, string>): SelectionSetNode {
  return {
    ...selectionSet,
    selections: selectionSet.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      const inside = selection.selectionSet && aliasVirtualFields(selection.selectionSet, originals);
      if (selection.kind === Kind.INLINE_FRAGMENT) return inside ? { ...selection, selectionSet: inside } : selection;
      const original = originals.get(selection.name.value);
      const field: FieldNode = inside ? { ...selection, selectionSet: inside } : selection;
      if (original === undefined) return field;
      const alias = selection.alias ?? selection.name;
      return { ...field, alias, name: { ...selection.name, value: original } };
    }),
  };
}
