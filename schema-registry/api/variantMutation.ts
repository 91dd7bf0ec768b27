import { badInput, CodedError } from '../../kit/errors.ts';
import { readContracts } from '../contract/modelContract.ts';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { ApiContext } from './context.ts';
import { authorOf, type FromGit } from './fromGit.ts';

interface CheckInput extends FromGit {
  readonly config: { readonly from?: string | null };
  readonly proposedSchema: string;
  readonly subgraphName: string;
  readonly models?: readonly unknown[] | null;
}

const DAY_S = 86_400;
const MAX_DAYS = 90;

/** `GraphVariantMutation` of the API: checks against a variant. */
export class VariantMutation {
  readonly #ref: GraphRef;

  constructor(ref: GraphRef) {
    this.#ref = ref;
  }

  /** What is the caller's own mistake is an answer here, as rover expects. */
  async submitSubgraphCheckAsync({ input }: { readonly input: CheckInput }, context: ApiContext): Promise<object> {
    try {
      return await this.#check(input, context);
    } catch (error) {
      if (error instanceof CodedError && TOLD[error.code] !== undefined) {
        return { __typename: TOLD[error.code], message: error.message };
      }
      throw error;
    }
  }

  async #check(input: CheckInput, { registry, key, url }: ApiContext): Promise<object> {
    requireRole(key, 'check', this.#ref);
    const { subgraphName: name, proposedSchema: sdl, models, config, gitContext } = input;
    const { id } = await registry.checks.check(
      this.#ref,
      { name, sdl, url: null, models: models ? readContracts(models) : null },
      authorOf(key, gitContext),
      daysOf(config.from ?? null),
    );
    return {
      __typename: 'CheckRequestSuccess',
      workflowID: id,
      targetURL: `${url()}/checks/${formatGraphRef(this.#ref)}/${id}`,
    };
  }
}

const TOLD: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'InvalidInputError',
  PAYLOAD_TOO_LARGE: 'InvalidInputError',
  FORBIDDEN: 'PermissionError',
};

/** Of `from`: seconds before now as a negative number, as rover sends it, or an instant. */
function daysOf(from: string | null): number | undefined {
  if (from === null) return undefined;
  const days = /^-\d{1,9}$/.test(from) ? -Number(from) / DAY_S : (Date.now() - Date.parse(from)) / (DAY_S * 1_000);
  if (days > 0 && days <= MAX_DAYS) return days;
  throw badInput(
    `config.from: expected seconds before now, such as -86400, or an instant of the last ${MAX_DAYS} days; got ${JSON.stringify(from.slice(0, 60))}.`,
    'config.from',
  );
}
