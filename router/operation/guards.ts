import type { Identity } from '../../kit/context.ts';

/** What `@authenticated`, `@requiresScopes` and `@policy` demand of whoever asks; all that is given must hold. */
export interface Guard {
  readonly authenticated: boolean;
  /** Any of these sets of scopes; null when none is demanded. */
  readonly scopes: readonly (readonly string[])[] | null;
  /** Any of these sets of policies; null when none is demanded. */
  readonly policies: readonly (readonly string[])[] | null;
}

/** Guards, as JSON text, by `Type` or `Type.field`. */
export type GuardTable = Readonly<Record<string, string>>;

export type DenialCode = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** A guard that does not hold, with the reason: `FORBIDDEN {…}`. As text, because it is part of keys. */
export type Denial = `${DenialCode} ${string}`;

/** The guards of a supergraph that do not hold for an identity. */
export function denialsFor(guards: readonly string[], identity: Identity): readonly Denial[] {
  return guards.flatMap((text): Denial[] => {
    const guard: Guard = JSON.parse(text);
    if (holds(guard, identity)) return [];
    return [`${identity.subject === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'} ${text}`];
  });
}

/** A policy is another system's to decide; while none is asked here, what needs one is nobody's. */
function holds({ authenticated, scopes, policies }: Guard, identity: Identity): boolean {
  if (authenticated && identity.subject === null) return false;
  if (scopes && !scopes.some((all) => all.every((scope) => identity.scopes.includes(scope)))) return false;
  return policies === null;
}

/** Says which fields of an operation are denied. */
export class Denials {
  readonly #table: GuardTable;
  readonly #codes: ReadonlyMap<string, DenialCode>;

  constructor(table: GuardTable, denials: readonly Denial[]) {
    this.#table = table;
    this.#codes = new Map(
      denials.map((denial) => {
        const space = denial.indexOf(' ');
        return [denial.slice(space + 1), denial.slice(0, space) as DenialCode];
      }),
    );
  }

  get isEmpty(): boolean {
    return this.#codes.size === 0;
  }

  /** A field is denied with its parent's type, its own guard, or the type that it returns. */
  of(parent: string, field: string, returned: string): DenialCode | undefined {
    if (this.#codes.size === 0) return undefined;
    for (const key of [parent, `${parent}.${field}`, returned]) {
      const guard = Object.hasOwn(this.#table, key) ? this.#table[key] : undefined;
      const code = guard === undefined ? undefined : this.#codes.get(guard);
      if (code) return code;
    }
    return undefined;
  }
}
