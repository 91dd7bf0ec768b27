import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  printSchema,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import { CodedError } from '../../../kit/errors.ts';
import { chooseOperation } from '../chooseOperation.ts';
import { Denials, type GuardTable } from '../guards.ts';
import { checkOperationLimits, tooLarge } from '../limits.ts';
import type { PlanNode } from '../plan.ts';
import { planningDocument } from '../planningDocument.ts';
import type { LoadedGraph, OperationToPlan } from './messages.ts';
import { PatientPlanner } from './patientPlanner.ts';
import { readGuards } from './readGuards.ts';
import { withoutUnresolvableKeys } from './resolvableKeys.ts';
import { SupergraphFacts } from './supergraphFacts.ts';
import { PlanTranslator, UnsupportedPlan } from './translatePlan.ts';
import { withVirtualFields } from './virtualFields.ts';
import { withoutDenied } from './withoutDenied.ts';

/** Errors told of one invalid document. */
const MAX_VALIDATION_ERRORS = 20;

/** One supergraph as the planner's thread has it: limits, parses, validates and plans operations. */
export class PlanningGraph {
  readonly facts: SupergraphFacts;
  readonly #supergraph: Supergraph;
  readonly #planners: PatientPlanner;
  readonly #guards: GuardTable;
  readonly #planningApi: Schema;
  readonly #apiSchema: GraphQLSchema;
  readonly #translator: PlanTranslator;

  /** @throws whatever makes the SDL no supergraph. */
  constructor(sdl: string) {
    const document = parse(sdl);
    this.#supergraph = build(document);
    this.#apiSchema = this.#supergraph.apiSchema().toGraphQLJSSchema();
    const { supergraph, originals } = withVirtualFields(withoutUnresolvableKeys(document));
    this.facts = new SupergraphFacts(supergraph);
    const planned = build(supergraph);
    this.#planningApi = planned.apiSchema();
    this.#guards = readGuards(document);
    this.#planners = new PatientPlanner(planned);
    this.#translator = new PlanTranslator(this.facts, originals);
  }

  describe(): LoadedGraph {
    return {
      apiSdl: printSchema(this.#apiSchema),
      subgraphs: this.#supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url })),
      neededWithArguments: [...this.facts.neededWithArguments],
      interfaceObjects: [...this.facts.interfaceObjects],
      overrideLabels: [...this.facts.overrideLabels],
      guards: this.#guards,
    };
  }

  /**
   * Null when nothing is to be fetched.
   * @throws CodedError or GraphQLError[] for an operation that is refused.
   */
  plan({ query, operationName, labels, denials, limits, planningMs }: OperationToPlan): PlanNode | null {
    const document = parseWithin(query, limits.tokens);
    checkOperationLimits(document, limits);
    const errors = validate(this.#apiSchema, document, specifiedRules, { maxErrors: MAX_VALIDATION_ERRORS });
    if (errors.length > 0) throw new InvalidDocument(errors);
    const granted = withoutDenied(document, this.#apiSchema, new Denials(this.#guards, denials));
    const operation = chooseOperation(granted, operationName);
    if (!fetchesAnything(granted, operation)) return null;
    const { node } = this.#buildPlan(
      planningDocument(granted, this.facts.neededWithArguments),
      operation.name?.value,
      labels,
      planningMs,
    );
    if (node) return this.#translate(node);
    if (!mustFetch(operation.selectionSet, fragmentsOf(granted))) return null;
    throw new CodedError(
      'OPERATION_NOT_PLANNED',
      'No subgraph, nor any chain of them, can answer this operation; its fields exist but cannot be reached together.',
    );
  }

  #buildPlan(
    document: DocumentNode,
    operationName: string | undefined,
    labels: readonly string[],
    planningMs: number,
  ): QueryPlan {
    const operation = operationFromDocument(this.#planningApi, document, {
      ...(operationName !== undefined && { operationName }),
      validate: false,
    });
    const overrideConditions = new Map<string, boolean>();
    for (const label of this.facts.overrideLabels) overrideConditions.set(label, labels.includes(label));
    try {
      return this.#planners.plan(operation, overrideConditions, planningMs);
    } catch (error) {
      throw new CodedError(
        'OPERATION_NOT_PLANNED',
        'This operation cannot be planned: there are too many ways to fetch it, or none. Ask for less at once.',
        { cause: error },
      );
    }
  }

  #translate(node: Parameters<PlanTranslator['translate']>[0]): PlanNode {
    try {
      return this.#translator.translate(node);
    } catch (error) {
      if (!(error instanceof UnsupportedPlan)) throw error;
      throw new CodedError('OPERATION_NOT_PLANNED', error.message);
    }
  }
}

export class InvalidDocument extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('the document is not valid');
    this.errors = errors;
  }
}

function build(document: DocumentNode): Supergraph {
  return Supergraph.build(document, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
}

function parseWithin(query: string, tokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) throw tooLarge('tokens', null, tokens);
    throw new InvalidDocument([error]);
  }
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function fetchesAnything(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const fragments = fragmentsOf(document);
  return [...rootFields(operation.selectionSet, fragments)].some(({ name }) => !name.value.startsWith('__'));
}

function* rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else {
      const inside =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      if (inside) yield* rootFields(inside, fragments);
    }
  }
}

/** Whether there is a root field that no variable can skip. */
function mustFetch({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  return selections.some((selection) => {
    const maySkip = selection.directives?.some(({ name, arguments: given }) => {
      const value = given?.[0]?.value;
      const passing = name.value === 'include';
      return (name.value === 'skip' || passing) && !(value?.kind === Kind.BOOLEAN && value.value === passing);
    });
    if (maySkip) return false;
    if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    return inside ? mustFetch(inside, fragments) : false;
  });
}
