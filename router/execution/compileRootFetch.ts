import type { FetchNode } from '../operation/plan.ts';
import type { SubgraphResponse } from '../transport/transport.ts';
import { fetchContext } from './caller.ts';
import { cloneJson } from './cloneJson.ts';
import { compileMerge } from './compileMerge.ts';
import { compileReader } from './compileReader.ts';
import { broken, failureOfFetch, failureOfSubgraphError } from './failureOf.ts';
import type { Failure } from './failures.ts';
import { fetchUntil } from './fetchDeadline.ts';
import type { FetchEnvironment } from './fetchEnvironment.ts';
import { compileVariables } from './fetchVariables.ts';
import { gather, isObject } from './gather.ts';
import { ErrorNotes } from './noteErrors.ts';
import { renameKeys } from './rename.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';

/** Compiles a fetch of root fields. Deeper in a plan it belongs to objects that stand for the root, such as `Query.self`. */
export function compileRootFetch(node: FetchNode, environment: FetchEnvironment): Step {
  const { service, answers, renames } = node;
  const transport = environment.transport(service);
  const read = renames.length === 0 ? compileReader(answers) : undefined;
  const document = { query: node.query, operationName: node.operationName, kind: node.operation, read };
  const variablesOf = compileVariables(node.variables);
  const merge = compileMerge(answers, environment.interfaceObjects);
  const notes = new ErrorNotes(node, environment);
  const limit = node.deadlineMs === null ? null : node.deadlineMs + environment.deadlineMarginMs;

  const fetch = (run: Run): Promise<SubgraphResponse> => {
    const request = { ...document, variables: `{${variablesOf(run.variables)}}` };
    const deadline = limit === null ? Number.POSITIVE_INFINITY : Date.now() + limit;
    return deadline < run.caller.deadline
      ? fetchUntil(deadline, service, run.caller, (caller) => transport.fetch(request, fetchContext(caller)))
      : transport.fetch(request, fetchContext(run.caller));
  };

  const fail = (run: Run, targets: readonly object[], failure: Failure): void => {
    for (const target of targets) run.failures.mark(target, answers, failure);
  };

  return async (run) => {
    const targets = gather(run.data, node.path);
    if (targets.length === 0) return;
    let response: SubgraphResponse;
    try {
      response = await fetch(run);
    } catch (error) {
      if (!run.over) fail(run, targets, failureOfFetch(error, service, environment.log));
      return;
    }
    if (run.over) return;
    const { data, errors } = response;
    if (isObject(data)) {
      if (renames.length > 0) renameKeys(data, renames);
      for (const [index, target] of targets.entries()) merge(target, index === 0 ? data : cloneJson(data));
    }
    for (const error of errors ?? []) {
      if (error.path?.length) notes.at(run, error, targets, error.path);
      else notes.somewhere(run, error, targets);
    }
    if (!isObject(data)) {
      const [first] = errors ?? [];
      // A null that bubbled up to the subgraph's root: what it took along has the same reason.
      fail(run, targets, first ? failureOfSubgraphError(first, service) : broken(service, 'answered without data'));
    }
  };
}
