import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';
import type { Guard } from '../guards.ts';
import { isFieldsType, linkedDirective } from './supergraphTypes.ts';

type Guarded = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const GUARDED_KINDS: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);

/** The guards of a supergraph's types and fields. */
export function readGuards(supergraph: DocumentNode): Record<string, string> {
  const authenticated = linkedDirective(supergraph, 'https://specs.apollo.dev/authenticated/');
  const scopes = linkedDirective(supergraph, 'https://specs.apollo.dev/requiresScopes/');
  const policies = linkedDirective(supergraph, 'https://specs.apollo.dev/policy/');
  const table: Record<string, string> = {};
  const read = (key: string, { directives = [] }: Guarded): void => {
    const find = (name: string | undefined) => directives.find((directive) => directive.name.value === name);
    const guard: Guard = {
      authenticated: find(authenticated) !== undefined,
      scopes: setsOf(find(scopes), 'scopes'),
      policies: setsOf(find(policies), 'policies'),
    };
    if (guard.authenticated || guard.scopes || guard.policies) table[key] = JSON.stringify(guard);
  };
  for (const definition of supergraph.definitions) {
    if (!GUARDED_KINDS.has(definition.kind) || !('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    read(type, definition as Guarded);
    if (!isFieldsType(definition)) continue;
    for (const field of definition.fields ?? []) read(`${type}.${field.name.value}`, field);
  }
  return table;
}

function setsOf(directive: ConstDirectiveNode | undefined, argument: string): string[][] | null {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  if (!directive) return null;
  return itemsOf(value).map((set) => itemsOf(set).flatMap((item) => (item.kind === Kind.STRING ? [item.value] : [])));
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  return value?.kind === Kind.LIST ? value.values : value ? [value] : [];
}
