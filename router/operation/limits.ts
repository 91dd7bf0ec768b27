import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { CodedError } from '../../kit/errors.ts';

/** What an operation may be before anybody spends time on planning it. */
export interface OperationLimits {
  /** Characters of the document. */
  readonly characters: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields within fields, fragments expanded. */
  readonly depth: number;
  /** Aliased fields, fragments expanded. */
  readonly aliases: number;
  /** Fields at the root of the operation, fragments expanded. */
  readonly rootFields: number;
  /** Fields and fragments in all, fragments expanded. */
  readonly selections: number;
}

/** Generous: several times what the largest operation of a rich frontend needs. */
export const OPERATION_LIMITS: OperationLimits = {
  characters: 200_000,
  tokens: 20_000,
  depth: 50,
  aliases: 1_000,
  rootFields: 200,
  selections: 20_000,
};

/**
 * @throws CodedError `OPERATION_TOO_LARGE`. It counts without expanding, so that a few lines of fragments that spread
 * each other cannot cost what they would amount to.
 */
export function checkOperationLimits(document: DocumentNode, limits: OperationLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counter = new Counter(fragments);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const found = counter.count(definition.selectionSet);
    for (const what of ['depth', 'aliases', 'rootFields', 'selections'] as const) {
      if (found[what] > limits[what]) throw tooLarge(what, found[what], limits[what]);
    }
  }
}

/** @throws CodedError `OPERATION_TOO_LARGE` */
export function checkDocumentSize(query: string, limits: OperationLimits): void {
  if (query.length > limits.characters) throw tooLarge('characters', query.length, limits.characters);
}

const NAMES: Readonly<Record<keyof OperationLimits, string>> = {
  characters: 'characters',
  tokens: 'tokens',
  depth: 'levels of fields',
  aliases: 'aliases',
  rootFields: 'root fields',
  selections: 'fields and fragments',
};

export function tooLarge(what: keyof OperationLimits, found: number | null, limit: number): CodedError {
  const has = found === null ? 'this one has more' : `this one has ${found}`;
  return new CodedError(
    'OPERATION_TOO_LARGE',
    `An operation may have at most ${limit} ${NAMES[what]}, its fragments expanded; ${has}. Split it into several.`,
    { details: { limit, of: what } },
  );
}

type Counts = Readonly<Record<'depth' | 'aliases' | 'rootFields' | 'selections', number>>;

class Counter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #counted = new Map<string, Counts>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  count({ selections }: SelectionSetNode): Counts {
    let depth = 0;
    let aliases = 0;
    let rootFields = 0;
    let total = selections.length;
    for (const selection of selections) {
      const inside =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#countFragment(selection.name.value)
          : selection.selectionSet && this.count(selection.selectionSet);
      if (selection.kind === Kind.FIELD) {
        rootFields += 1;
        aliases += selection.alias ? 1 : 0;
        depth = Math.max(depth, 1 + (inside?.depth ?? 0));
      } else {
        rootFields += inside?.rootFields ?? 0;
        depth = Math.max(depth, inside?.depth ?? 0);
      }
      aliases += inside?.aliases ?? 0;
      total += inside?.selections ?? 0;
    }
    return { depth, aliases, rootFields, selections: total };
  }

  #countFragment(name: string): Counts | undefined {
    const known = this.#counted.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return undefined;
    // A fragment that spreads itself counts as nothing here; validation refuses it.
    this.#counted.set(name, { depth: 0, aliases: 0, rootFields: 0, selections: 0 });
    const counts = this.count(fragment.selectionSet);
    this.#counted.set(name, counts);
    return counts;
  }
}
