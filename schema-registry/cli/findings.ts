import type { CheckAnswer } from './checkAnswer.ts';

/** Something that a check found, whatever part of it. */
export interface Finding {
  readonly level: 'FAILURE' | 'WARNING' | 'NOTICE';
  readonly rule: string;
  readonly coordinate: string;
  /** The line of the proposed schema, or of another subgraph's; empty where there is none. */
  readonly place: string;
  readonly message: string;
  readonly users: readonly string[];
}

const LINT = { ERROR: 'FAILURE', WARNING: 'WARNING', IGNORED: 'NOTICE' } as const;
const CONTRACT = { ERROR: 'FAILURE', WARNING: 'WARNING', INFO: 'NOTICE' } as const;

/** What a check found, the worst first. */
export function findingsOf({ subgraphName, tasks }: CheckAnswer): Finding[] {
  const findings = tasks.flatMap((task) => findingsOfTask(task, subgraphName));
  const order = ['FAILURE', 'WARNING', 'NOTICE'];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

function findingsOfTask(task: CheckAnswer['tasks'][number], subgraphName: string): Finding[] {
  switch (task.__typename) {
    case 'CompositionCheckTask':
      return task.composition.errors.map(({ message, code, locations }) => ({
        level: 'FAILURE',
        rule: code ?? 'COMPOSITION',
        coordinate: '',
        place: locations.map(({ subgraphName: name, line }) => `${name}:${line}`).join(', '),
        message,
        users: [],
      }));
    case 'OperationsCheckTask':
      return (task.operations?.changes ?? []).map(
        ({ severity, needsLook, code, coordinate, description, line, users }) => ({
          level: needsLook ? 'WARNING' : severity,
          rule: code,
          coordinate,
          place: line === null ? '' : `${subgraphName}:${line}`,
          message: description,
          users: users.map(
            ({ clientName, clientVersion, operationName, requests, lastSeen }) =>
              `${clientName || 'a client without a name'}${clientVersion && ` ${clientVersion}`}: ${operationName || 'an operation without a name'}, ${requests} requests, last ${lastSeen}`,
          ),
        }),
      );
    case 'LintCheckTask':
      return task.lint.diagnostics.map(({ level, rule, coordinate, message, sourceLocations: [at] }) => ({
        level: LINT[level],
        rule,
        coordinate,
        place: at ? `${subgraphName}:${at.start.line}` : '',
        message,
        users: [],
      }));
    case 'CustomCheckTask':
      return task.contract.violations.map(({ level, ...violation }) => ({
        ...violation,
        level: CONTRACT[level],
        place: '',
        users: [],
      }));
  }
}
