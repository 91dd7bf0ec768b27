import { pino } from 'pino';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import type { Subgraph } from '../../kit/subgraph.ts';

const log = pino({ level: 'silent' });

export interface Item {
  readonly product: { readonly id: string };
  readonly score: number;
  readonly reason: string;
  readonly because: readonly { readonly id: string }[];
}
export interface Answer {
  readonly items: readonly Item[];
  readonly degraded: boolean;
  readonly model: { readonly name: string; readonly version: string };
}
export const FIELDS = '{ items { product { id } score reason because { id } } degraded model { name version } }';

/** Asks the island as the router does. */
export class Questions {
  readonly #island: Pick<Subgraph, 'execute'>;

  constructor(island: Pick<Subgraph, 'execute'>) {
    this.#island = island;
  }

  async ask(query: string, variables: object = {}, identity: Identity = ANONYMOUS) {
    const context = createRequestContext({ signal: new AbortController().signal, identity, log });
    return this.#island.execute({ query, variables: { ...variables } }, context);
  }

  /** Both fields of a product, with the same arguments. */
  async beside(id: string, args = '') {
    const { data, errors } = await this.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { id recommendations${args} { id } recommendationDetails${args} ${FIELDS} } } }`,
      { of: [{ __typename: 'Product', id }] },
    );
    const [found] = (data?._entities ?? []) as {
      recommendations: readonly { id: string }[] | null;
      recommendationDetails: Answer | null;
    }[];
    return { plain: found?.recommendations ?? null, answer: found?.recommendationDetails ?? null, errors };
  }

  async toUser(id: string, who: Identity, { country, first = 10 }: { country?: string; first?: number } = {}) {
    const { data, errors } = await this.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { id recommendations(first: ${first}) ${FIELDS} } } }`,
      { of: [{ __typename: 'User', id, ...(country && { country }) }] },
      who,
    );
    const [found] = (data?._entities ?? []) as { recommendations: Answer | null }[];
    return { answer: found?.recommendations ?? null, errors };
  }
}
