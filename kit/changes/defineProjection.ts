import type { z } from 'zod';
import type { Identity } from '../context.ts';
import type { Transaction } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { AskGraph } from '../graph.ts';
import { readInput } from '../readInput.ts';
import { type EntityState, isEntityName } from './change.ts';
import { type Effects, NO_EFFECTS } from './effects.ts';

export interface ProjectionOptions<Payload> {
  /** Who keeps it: the name of the island. A consumer has one projection of an entity. */
  readonly consumer: string;
  /** The type of the entities, such as `Product`. */
  readonly entity: string;
  /** What the consumer takes of a payload; one that it refuses is a change that cannot be applied. */
  readonly payload: z.ZodType<Payload>;
  /** On whose behalf `rebuild` asks the owner's graph. */
  readonly identity: Identity;
  /**
   * Writes what became of an entity into the consumer's own tables, and does nothing else but what `effects` has: it is
   * run again if the transaction does not come to its end. It is called only for a newer version than the last of that id.
   */
  apply(transaction: Transaction, state: EntityState<Payload>, effects: Effects): Promise<void>;
  /** Empties those tables; or only notes that a rebuild begins, where `rebuilt` forgets what it does not bring. */
  clear(transaction: Transaction): Promise<void>;
  /** Ends a rebuild in its last transaction: all there is has been applied since `clear`. */
  rebuilt?(transaction: Transaction): Promise<void>;
  /**
   * All entities that there are now, read page by page from the owner's graph. `ask` rejects when the answer has an
   * error; the signal aborts when the rebuild is given up.
   */
  rebuild(ask: AskGraph, options: { readonly signal: AbortSignal }): AsyncIterable<EntityState>;
}

/** What a service keeps of the entities of another, as kit/changes knows it. */
export interface Projection extends Omit<ProjectionOptions<never>, 'payload' | 'apply'> {
  /** Checks the payload, and applies it. */
  apply(transaction: Transaction, state: EntityState, effects?: Effects): Promise<void>;
}

const CONSUMER = /^[a-z][a-zA-Z0-9]{0,59}$/;

/**
 * Declares a projection.
 * @throws CodedError `CONFIG_INVALID` for names that cannot be an island's and a type's.
 */
export function defineProjection<Payload>({
  payload: shape,
  apply,
  ...options
}: ProjectionOptions<Payload>): Projection {
  const { consumer, entity } = options;
  if (!CONSUMER.test(consumer) || !isEntityName(entity)) {
    throw new CodedError(
      'CONFIG_INVALID',
      `A projection has a consumer such as search and an entity such as Product; got ${JSON.stringify(consumer)} and ${JSON.stringify(entity)}.`,
    );
  }
  return {
    ...options,
    apply: async (transaction, { id, version, payload }, effects = NO_EFFECTS) => {
      const read = payload === null ? null : readInput(shape, payload, 'payload');
      await apply(transaction, { id, version, payload: read }, effects);
    },
  };
}
