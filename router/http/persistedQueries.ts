import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { GraphqlRequest } from './graphqlRequest.ts';

/** Characters of all documents that are remembered. */
const CAPACITY = 16_000_000;

interface FoundDocument {
  readonly query: string;
  readonly newHash: string | undefined;
}

/**
 * Automatic persisted queries (https://www.apollographql.com/docs/apollo-server/performance/apq): a client sends a
 * document's SHA-256 instead of the document, and both once when the router does not know it.
 */
export class PersistedQueries {
  readonly #documents = new LRUCache<string, string>({
    maxSize: CAPACITY,
    sizeCalculation: (document) => document.length,
  });

  /**
   * The document of a request, and the hash under which to remember it if it proves to be a good one.
   * @throws CodedError `BAD_USER_INPUT` when there is none or it does not have its hash, `PERSISTED_QUERY_NOT_FOUND`.
   */
  find({ query, extensions }: Pick<GraphqlRequest, 'query' | 'extensions'>): FoundDocument {
    const hash = readHash(extensions?.persistedQuery);
    if (hash === undefined) {
      if (query === undefined) throw badInput('Expected a GraphQL document as "query".', 'query');
      return { query, newHash: undefined };
    }
    if (query === undefined) {
      const known = this.#documents.get(hash);
      if (known !== undefined) return { query: known, newHash: undefined };
      // The message, too, is part of the protocol: clients compare it.
      throw new CodedError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    }
    if (createHash('sha256').update(query).digest('hex') !== hash) {
      throw badInput('Expected extensions.persistedQuery.sha256Hash to be the SHA-256 of "query"; it is not.');
    }
    return { query, newHash: hash };
  }

  remember(hash: string, query: string): void {
    this.#documents.set(hash, query);
  }
}

function readHash(extension: unknown): string | undefined {
  if (extension === undefined || extension === null) return undefined;
  if (typeof extension !== 'object' || !('version' in extension) || extension.version !== 1) {
    throw badInput('Expected extensions.persistedQuery to have version 1.', 'extensions');
  }
  const hash = 'sha256Hash' in extension ? extension.sha256Hash : undefined;
  if (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) return hash;
  throw badInput('Expected extensions.persistedQuery.sha256Hash to be 64 hexadecimal digits.', 'extensions');
}
