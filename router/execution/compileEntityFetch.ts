import type { EntityInputs, FetchNode } from '../operation/plan.ts';
import type { SubgraphError, SubgraphResponse } from '../transport/transport.ts';
import { type Caller, fetchContext } from './caller.ts';
import { cloneJson } from './cloneJson.ts';
import { compileMerge } from './compileMerge.ts';
import { compileReader } from './compileReader.ts';
import { compileIdentity, compileRepresentation } from './compileRepresentation.ts';
import { entityVariables, fetchInBatch } from './entityBatcher.ts';
import { broken, failureOfFetch, failureOfSubgraphError } from './failureOf.ts';
import type { Failure } from './failures.ts';
import { fetchUntil } from './fetchDeadline.ts';
import type { FetchEnvironment } from './fetchEnvironment.ts';
import { compileVariables } from './fetchVariables.ts';
import { gather, gatherLineages, isObject } from './gather.ts';
import { ErrorNotes } from './noteErrors.ts';
import { renameKeys, valueAt } from './rename.ts';
import { representDegraded } from './representDegraded.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';

/** Compiles a fetch of further fields of entities that the data has already. */
export function compileEntityFetch(node: FetchNode, inputs: EntityInputs, environment: FetchEnvironment): Step {
  const fetch = new EntityFetch(node, inputs, environment);
  if (node.contexts.length > 0) return (run) => fetch.executeWithContexts(run);
  return (run) => fetch.execute(run, gather(run.data, node.path), '');
}

class EntityFetch {
  readonly #node: FetchNode;
  readonly #inputs: EntityInputs;
  readonly #environment: FetchEnvironment;
  readonly #represent;
  readonly #identify;
  readonly #variablesOf;
  readonly #merge;
  readonly #notes;
  readonly #send;
  readonly #limit: number;

  constructor(node: FetchNode, inputs: EntityInputs, environment: FetchEnvironment) {
    this.#node = node;
    this.#inputs = inputs;
    this.#environment = environment;
    this.#represent = compileRepresentation(inputs);
    this.#identify = compileIdentity(inputs);
    this.#variablesOf = compileVariables(node.variables);
    this.#merge = compileMerge(node.answers, environment.interfaceObjects);
    this.#notes = new ErrorNotes(node, environment);
    this.#send = compileSend(node, environment);
    this.#limit = node.deadlineMs === null ? Number.POSITIVE_INFINITY : node.deadlineMs + environment.deadlineMarginMs;
  }

  /** One fetch for each set of values that contexts have. */
  async executeWithContexts(run: Run): Promise<void> {
    const groups = new Map<string, object[]>();
    for (const lineage of gatherLineages(run.data, this.#node.path)) {
      const entity = lineage.at(-1);
      if (!entity) continue;
      const variables = this.#contextVariables(lineage);
      const group = groups.get(variables);
      if (group) group.push(entity);
      else groups.set(variables, [entity]);
    }
    await Promise.all([...groups].map(([variables, entities]) => this.execute(run, entities, variables)));
  }

  #contextVariables(lineage: readonly object[]): string {
    const values = new Map<string, unknown>();
    for (const { variable, up, path } of this.#node.contexts) {
      const above = lineage[lineage.length - 1 - up];
      const value = above && values.get(variable) === undefined ? valueAt(above, path) : undefined;
      if (value !== undefined) values.set(variable, value);
    }
    return [...values].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',');
  }

  async execute(run: Run, found: readonly object[], contextVariables: string): Promise<void> {
    const entities: object[] = [];
    /** For each entity, which of the representations is its own. */
    const slots: number[] = [];
    const representations = this.#representAll(run, found, entities, slots);
    if (representations.length === 0) return;
    const own = this.#variablesOf(run.variables);
    const variables = own && contextVariables ? `${own},${contextVariables}` : own || contextVariables;
    let response: SubgraphResponse;
    try {
      const deadline = Date.now() + this.#limit;
      response = await (deadline < run.caller.deadline
        ? fetchUntil(deadline, this.#node.service, run.caller, (caller) =>
            this.#send(run, variables, representations, caller),
          )
        : this.#send(run, variables, representations, run.caller));
    } catch (error) {
      if (!run.over) this.#fail(run, entities, failureOfFetch(error, this.#node.service, this.#environment.log));
      return;
    }
    if (!run.over) this.#receive(run, response, entities, slots, representations.length);
  }

  #representAll(run: Run, found: readonly object[], entities: object[], slots: number[]): string[] {
    const representations: string[] = [];
    const known =
      found.length > 1 && this.#environment.distinctRepresentations ? new Map<unknown, number>() : undefined;
    for (const entity of found) {
      let identity = this.#identify?.(entity);
      let slot = identity === undefined ? undefined : known?.get(identity);
      if (slot === undefined) {
        const text = this.#represent(entity) ?? this.#representDegraded(run, entity);
        if (text === undefined) continue;
        if (!this.#identify) {
          identity = text;
          slot = known?.get(text);
        }
        if (slot === undefined) {
          slot = representations.push(text) - 1;
          if (identity !== undefined) known?.set(identity, slot);
        }
      }
      entities.push(entity);
      slots.push(slot);
    }
    return representations;
  }

  #representDegraded(run: Run, entity: object): string | undefined {
    const degraded = representDegraded(entity, this.#inputs, this.#node.service, run);
    if (degraded.kind === 'sent') {
      for (const failure of degraded.failures) this.#notes.nearby(run, failure);
      return degraded.json;
    }
    if (degraded.kind === 'failed') this.#fail(run, [entity], degraded.failure);
    else if (degraded.kind === 'absent') run.absences.fill(entity, this.#node.answers);
    return undefined;
  }

  #receive(
    run: Run,
    { data, errors }: SubgraphResponse,
    entities: readonly object[],
    slots: readonly number[],
    count: number,
  ): void {
    const received: unknown = data?._entities;
    const unattributed = errors && this.#noteErrors(run, errors, entities, slots);
    if (!Array.isArray(received)) {
      this.#fail(run, entities, broken(this.#node.service, 'answered without entities'));
      return;
    }
    if (received.length !== count) {
      const how = `answered with ${received.length} entities where ${count} were asked for`;
      this.#fail(run, entities, broken(this.#node.service, how));
      return;
    }
    if (this.#node.renames.length > 0) this.#rename(received, entities, slots);
    const merged = this.#environment.mayShareEntities ? undefined : new Set<number>();
    for (let index = 0; index < entities.length; index++) {
      const entity = entities[index];
      const slot = slots[index];
      if (entity === undefined || slot === undefined) continue;
      const answer: unknown = received[slot];
      if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
        this.#merge(entity, merged?.has(slot) ? cloneJson(answer) : answer);
        merged?.add(slot);
      } else if (answer !== null && answer !== undefined) {
        this.#fail(run, [entity], broken(this.#node.service, 'answered with an entity that is not an object'));
      } else if (!unattributed?.has(slot) && !unattributed?.has(EVERYWHERE))
        run.absences.fill(entity, this.#node.answers);
    }
  }

  /** Which representations have an error that does not say which field it is about. */
  #noteErrors(
    run: Run,
    errors: readonly SubgraphError[],
    entities: readonly object[],
    slots: readonly number[],
  ): Set<number> {
    const unattributed = new Set<number>();
    for (const error of errors) {
      const [root, slot, ...inside] = error.path ?? [];
      if (root !== '_entities' || typeof slot !== 'number') {
        this.#notes.somewhere(run, error, entities);
        unattributed.add(EVERYWHERE);
        continue;
      }
      const about = entities.filter((_, index) => slots[index] === slot);
      if (inside.length > 0) this.#notes.at(run, error, about, inside);
      else {
        unattributed.add(slot);
        this.#fail(run, about, failureOfSubgraphError(error, this.#node.service));
      }
    }
    return unattributed;
  }

  /** Renames apply by type, which an answer need not repeat. */
  #rename(received: readonly unknown[], entities: readonly object[], slots: readonly number[]): void {
    const renamed = new Set<unknown>();
    for (const [index, entity] of entities.entries()) {
      const answer = received[slots[index] ?? -1];
      if (!isObject(answer) || renamed.has(answer)) continue;
      renamed.add(answer);
      if (!Object.hasOwn(answer, '__typename')) Reflect.set(answer, '__typename', Reflect.get(entity, '__typename'));
      renameKeys(answer, this.#node.renames);
    }
  }

  #fail(run: Run, entities: readonly object[], failure: Failure): void {
    for (const entity of entities) run.failures.mark(entity, this.#node.answers, failure);
  }
}

/** Stands for all representations. */
const EVERYWHERE = -1;

type Send = (
  run: Run,
  variables: string,
  representations: readonly string[],
  caller: Caller,
) => Promise<SubgraphResponse>;

function compileSend(node: FetchNode, { transport: transportOf, batchPoint }: FetchEnvironment): Send {
  const { service, query, operationName, operation: kind, answers, renames } = node;
  const transport = transportOf(service);
  const read = renames.length === 0 ? compileReader({ _entities: answers }) : undefined;
  const document = { query, operationName, kind, read };
  if (batchPoint && kind === 'query') {
    const nested = Object.values(answers).some((inside) => inside !== null);
    const point = batchPoint(service, query, () => ({
      service,
      transport,
      document,
      nested,
      open: new Map(),
      lonely: 0,
    }));
    return (run, variables, representations, caller) =>
      fetchInBatch(point, { variables, representations, callerKey: run.callerKey, caller });
  }
  return (_, variables, representations, caller) =>
    transport.fetch({ ...document, variables: entityVariables(variables, representations) }, fetchContext(caller));
}
