import { parse } from 'graphql';
import { elementsOf } from '../lint/rule.ts';
import type { CoordinateUse } from '../usage/usage.ts';
import type { ApiChange } from './apiChanges.ts';
import type { ChangeUser, JudgedChange, Override, Severity } from './checkResult.ts';

/** More users than anybody reads; a check that would hurt everybody needs no longer list. */
const USERS_TOLD = 20;

/**
 * Judges changes of the API by actual use: what breaks nobody who was seen in the window passes. Where no operation was
 * seen at all, a change that breaks by rule is a warning that says so.
 */
export function judgeChanges(
  changes: readonly ApiChange[],
  uses: readonly CoordinateUse[],
  {
    operations,
    overrides,
    linesOf,
  }: { readonly operations: number; readonly overrides: readonly Override[]; readonly linesOf: LineFinder },
): JudgedChange[] {
  const byCoordinate = new Map<string, CoordinateUse[]>();
  for (const use of uses) byCoordinate.set(use.coordinate, [...(byCoordinate.get(use.coordinate) ?? []), use]);
  return changes.map((change) => {
    const users =
      change.severity === 'SAFE'
        ? []
        : usersOf(change.concerns.flatMap((coordinate) => byCoordinate.get(coordinate) ?? []));
    const override = overrideFor(overrides, change.code, change.coordinate);
    const severity = severityOf(change, users, operations, override);
    return {
      severity,
      rule: change.code,
      coordinate: change.coordinate,
      message: messageOf(change, users, operations, override),
      line: linesOf(change.coordinate),
      users: users.slice(0, USERS_TOLD),
      override,
    };
  });
}

export function overrideFor(overrides: readonly Override[], rule: string, coordinate: string): Override | null {
  return overrides.find((override) => override.rule === rule && override.coordinate === coordinate) ?? null;
}

function severityOf(
  { severity }: ApiChange,
  users: readonly ChangeUser[],
  operations: number,
  override: Override | null,
): Severity {
  if (severity === 'SAFE') return 'NOTICE';
  if (severity === 'DANGEROUS') return users.length > 0 ? 'WARNING' : 'NOTICE';
  if (override) return 'WARNING';
  if (users.length > 0) return 'FAILURE';
  return operations === 0 ? 'WARNING' : 'NOTICE';
}

function messageOf(
  { message, severity }: ApiChange,
  users: readonly ChangeUser[],
  operations: number,
  override: Override | null,
): string {
  if (severity === 'SAFE') return `${message}.`;
  if (override)
    return `${message}. Allowed until ${override.expiresAt.toISOString()} by ${override.author}: ${override.reason}`;
  if (users.length > 0) {
    const [first] = users;
    const rest = users.length > 1 ? ` and ${users.length - 1} more` : '';
    const whom = first
      ? `${first.client || 'a client without a name'} (${first.operation || 'an operation without a name'}, ${first.requests} requests)`
      : '';
    return severity === 'BREAKING'
      ? `${message}. It breaks ${whom}${rest}. Keep it and deprecate it until they have moved on, or override this with the reason.`
      : `${message}. It may surprise ${whom}${rest}.`;
  }
  return operations === 0
    ? `${message}. No operation was reported in the window, so nobody can tell whom it would hurt. Have routers report usage.`
    : `${message}. None of the ${operations} operations of the window uses it.`;
}

/** One entry a client and operation, also where it uses several of the parts. */
function usersOf(uses: readonly CoordinateUse[]): ChangeUser[] {
  const users = new Map<string, ChangeUser>();
  for (const { operation, client, requests, lastSeen } of uses) {
    const key = [operation.id, client.name, client.version].join('\n');
    if ((users.get(key)?.requests ?? 0) >= requests) continue;
    users.set(key, {
      client: client.name,
      clientVersion: client.version,
      operation: operation.name,
      operationId: operation.id,
      requests,
      lastSeen,
    });
  }
  return [...users.values()].sort((a, b) => b.requests - a.requests || (a.client < b.client ? -1 : 1));
}

export type LineFinder = (coordinate: string) => number | null;

/** Finds the line of a schema that has a coordinate, or that of the type it is of. */
export function lineFinder(sdl: string): LineFinder {
  const lines = new Map<string, number>();
  for (const { coordinate, node } of elementsOf(parse(sdl))) {
    // A definition begins with its description; people look for its name.
    const line = node.name.loc?.startToken.line;
    // An argument is written `Query.product(id:)` in a schema and `Query.product.id` in a path.
    const path = coordinate.replace(/\((\w+):\)$/, '.$1');
    if (line !== undefined && !lines.has(path)) lines.set(path, line);
  }
  return (coordinate) => {
    for (let path = coordinate; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
      const line = lines.get(path);
      if (line !== undefined) return line;
    }
    return null;
  };
}
