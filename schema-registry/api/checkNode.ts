import type { CheckResult, Severity } from '../check/checkResult.ts';
import { formatGraphRef } from '../graphRef.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { toBuildError } from './launchNode.ts';
import { toUseNode } from './useNode.ts';

const LEVEL: Readonly<Record<Severity, string>> = { FAILURE: 'ERROR', WARNING: 'WARNING', NOTICE: 'INFO' };

/** `CheckWorkflow` of the API. */
export function toCheckNode(check: CheckResult): object {
  const { id, status, subgraph: subgraphName, by, createdAt } = check;
  return {
    id,
    status,
    graphRef: formatGraphRef(check),
    subgraphName,
    ...by,
    createdAt,
    tasks: [compositionTask(check), operationsTask(check), lintTask(check), contractTask(check)],
  };
}

/** `LintCheckTaskResult` of the API. */
export function toLintNode(diagnostics: readonly Diagnostic[]): object {
  const count = (wanted: Diagnostic['level']): number => diagnostics.filter(({ level }) => level === wanted).length;
  return {
    diagnostics: diagnostics.map(({ start, end, ...rest }) => ({ ...rest, sourceLocations: [{ start, end }] })),
    stats: { errorsCount: count('ERROR'), warningsCount: count('WARNING') },
  };
}

function compositionTask({ composition }: CheckResult): object {
  const { faults, changesSupergraph, ms, checkMs } = composition;
  return {
    __typename: 'CompositionCheckTask',
    status: statusOf(faults.length > 0),
    coreSchemaModified: changesSupergraph,
    result: { errors: faults.map(toBuildError), compositionMs: ms, checkMs },
  };
}

function operationsTask({ composition, operations }: CheckResult): object {
  const blocked = composition.faults.length > 0;
  const { changes, checked, since } = operations;
  const checkSeverity = changes.some(({ severity }) => severity === 'FAILURE') ? 'FAILURE' : 'NOTICE';
  return {
    __typename: 'OperationsCheckTask',
    status: blocked ? 'BLOCKED' : statusOf(checkSeverity === 'FAILURE'),
    result: blocked
      ? null
      : {
          checkSeverity,
          numberOfCheckedOperations: checked,
          since,
          changes: changes.map(({ severity, rule, message, users, ...change }) => ({
            ...change,
            severity: toChangeSeverity(severity),
            needsLook: severity === 'WARNING',
            code: rule,
            description: message,
            users: users.map(toUseNode),
          })),
        },
  };
}

function lintTask({ lint: { diagnostics } }: CheckResult): object {
  return {
    __typename: 'LintCheckTask',
    status: statusOf(diagnostics.some(({ level }) => level === 'ERROR')),
    result: toLintNode(diagnostics),
  };
}

function contractTask({ contract: { breaches } }: CheckResult): object {
  return {
    __typename: 'CustomCheckTask',
    status: statusOf(breaches.some(({ severity }) => severity === 'FAILURE')),
    result: {
      violations: breaches.map(({ severity, rule, coordinate, message }) => ({
        level: LEVEL[severity],
        rule,
        coordinate,
        message,
        sourceLocations: [],
      })),
    },
  };
}

function statusOf(failed: boolean): 'FAILED' | 'PASSED' {
  return failed ? 'FAILED' : 'PASSED';
}

/** Rover knows these two and ends at any other. */
function toChangeSeverity(severity: Severity): 'FAILURE' | 'NOTICE' {
  return severity === 'FAILURE' ? 'FAILURE' : 'NOTICE';
}
