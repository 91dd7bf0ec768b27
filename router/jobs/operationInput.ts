import { z } from 'zod';
import type { OperationRequest } from '../supergraph/snapshot.ts';

/** An operation as its job keeps it. */
export interface OperationInput {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Client headers that subgraphs get to see, lower-case names. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What was submitted by another version, or by hand, is looked at again. */
export const operationInput: z.ZodType<OperationInput> = z.object({
  query: z.string(),
  operationName: z.string().optional(),
  // Not copied: a variable may have any name, `__proto__` too.
  variables: z
    .custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null)
    .optional(),
  headers: z.array(z.tuple([z.string(), z.string()])),
});

/** Names of headers that say who somebody is, or prove it. */
const CREDENTIAL =
  /auth|cookie|token|secret|passw|credential|session|signature|jwt|assertion|oidc|saml|bearer|ticket|otp|cert|principal|csrf|(api|access|private)-?key/;
/** What proves something, whatever its header is called: a scheme with its proof, or a JWT. */
const PROOF = /^(basic|bearer|digest|negotiate)\s|^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/i;
/** Names of headers that belong to one request alone: the same operation comes with others the next time. */
const OF_ONE_REQUEST: ReadonlySet<string> = new Set(['traceparent', 'tracestate', 'baggage', 'x-request-id']);

/** What is kept of a request: equal for equal operations, and no credentials. */
export function toOperationInput(
  { query, operationName, variables }: OperationRequest,
  headers: OperationInput['headers'],
): OperationInput {
  return {
    query,
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variables }),
    headers: headers.filter(
      ([name, value]) => !CREDENTIAL.test(name) && !PROOF.test(value) && !OF_ONE_REQUEST.has(name),
    ),
  };
}
