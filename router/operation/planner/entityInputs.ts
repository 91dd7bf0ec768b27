import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { EntityInput, EntityInputs, InputField, InputSelection } from '../plan.ts';
import type { SupergraphFacts } from './supergraphFacts.ts';

export interface InputsOptions {
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly rewrites: readonly FetchDataRewrite[];
  readonly service: string;
  readonly facts: SupergraphFacts;
  readonly originals: ReadonlyMap<string, string>;
}

/** What to send for an entity, for each `__typename` that the data may have. */
export function entityInputs({ requires, rewrites, service, facts, originals }: InputsOptions): EntityInputs {
  const selections = new Map<string, { type: string; nodes: QueryPlanSelectionNode[] }>();
  for (const node of requires) {
    if (node.kind !== 'InlineFragment' || node.typeCondition === undefined) continue;
    for (const typename of facts.typenamesOf(node.typeCondition)) {
      const known = selections.get(typename) ?? { type: typename, nodes: [] };
      known.nodes.push(...node.selections);
      selections.set(typename, known);
    }
  }
  const reader = new InputReader(service, facts, originals);
  const inputs: Record<string, EntityInput> = {};
  for (const [typename, { nodes }] of selections) {
    inputs[typename] = {
      typename: sentTypename(typename, rewrites, facts),
      fields: reader.flatten(nodes, typename, true),
    };
  }
  return inputs;
}

function sentTypename(typename: string, rewrites: readonly FetchDataRewrite[], facts: SupergraphFacts): string {
  let sent = typename;
  for (const rewrite of rewrites) {
    const [condition, key] = rewrite.path;
    if (rewrite.kind !== 'ValueSetter' || key !== '__typename' || !condition?.startsWith('... on ')) {
      throw new TypeError(`the planner made an input rewrite of an unknown kind: ${JSON.stringify(rewrite)}`);
    }
    const value: unknown = rewrite.setValueTo;
    if (typeof value === 'string' && facts.typenamesOf(condition.slice(7)).includes(sent)) sent = value;
  }
  return sent;
}

class InputReader {
  readonly #service: string;
  readonly #facts: SupergraphFacts;
  readonly #originals: ReadonlyMap<string, string>;

  constructor(service: string, facts: SupergraphFacts, originals: ReadonlyMap<string, string>) {
    this.#service = service;
    this.#facts = facts;
    this.#originals = originals;
  }

  /** The fields that apply to an object of exactly this type, each once. */
  flatten(nodes: readonly QueryPlanSelectionNode[], type: string, top: boolean): InputField[] {
    const merged = new Map<string, { name: string; inside: QueryPlanSelectionNode[] }>();
    const collect = (selections: readonly QueryPlanSelectionNode[]): void => {
      for (const node of selections) {
        if (node.kind === 'Field') {
          const from = node.alias ?? node.name;
          const known = merged.get(from) ?? { name: node.name, inside: [] };
          known.inside.push(...(node.selections ?? []));
          merged.set(from, known);
        } else if (node.typeCondition === undefined || this.#facts.typenamesOf(node.typeCondition).includes(type)) {
          collect(node.selections);
        }
      }
    };
    collect(nodes);
    return [...merged].flatMap(([from, { name, inside }]) =>
      top && name === '__typename' ? [] : this.#field(type, from, name, inside),
    );
  }

  #field(type: string, from: string, fieldName: string, inside: readonly QueryPlanSelectionNode[]): InputField {
    const name = this.#originals.get(fieldName) ?? fieldName;
    const definition = this.#facts.field(type, name);
    return {
      name,
      from,
      nullable: definition?.nullable ?? false,
      plain: definition?.plain ?? true,
      key: this.#facts.isKeyField(this.#service, type, name),
      selections: inside.length === 0 || !definition ? null : this.#nested(inside, definition.type),
    };
  }

  /** One selection for all where the type leaves no choice, else one for each possible type. */
  #nested(nodes: readonly QueryPlanSelectionNode[], type: string): InputSelection[] {
    if (!this.#facts.isAbstract(type)) return [{ types: null, fields: this.flatten(nodes, type, false) }];
    if (nodes.every(({ kind }) => kind === 'Field')) return [{ types: null, fields: this.flatten(nodes, type, false) }];
    return this.#facts
      .typenamesOf(type)
      .map((typename) => ({ types: [typename], fields: this.flatten(nodes, typename, false) }));
  }
}
