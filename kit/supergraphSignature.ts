import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { CodedError } from './errors.ts';

/** The header that a registry sends its signature of a supergraph in. */
export const SIGNATURE_HEADER = 'x-archipelago-signature';

const statement = z.object({
  graph: z.string(),
  variant: z.string(),
  /** The number of the launch: of two supergraphs of a variant, the one with the higher is the later one. */
  launch: z.int().positive(),
  /** Of the supergraph's bytes, hexadecimal. */
  sha256: z.string(),
});

/** What a registry says of a supergraph. No clock is in it: numbers tell which of two is the later one. */
export type SupergraphStatement = z.infer<typeof statement>;

/** Signs with an Ed25519 private key: a JWS in compact form. */
export function signSupergraph(said: SupergraphStatement, privateKey: KeyObject): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(said))).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
}

/**
 * Reads what was signed of a supergraph.
 * @throws CodedError `SUPERGRAPH_INVALID` for a signature that is missing, by another key, or of another supergraph.
 */
export async function verifySupergraph(
  sdl: string,
  signature: string | undefined,
  { graph, variant, publicKey }: { readonly graph: string; readonly variant: string; readonly publicKey: KeyObject },
): Promise<SupergraphStatement> {
  if (signature === undefined) throw invalid('it is not signed');
  const said = await compactVerify(signature, publicKey, { algorithms: ['EdDSA'] }).then(
    ({ payload }) => statement.safeParse(JSON.parse(new TextDecoder().decode(payload))),
    (error: unknown) => {
      throw invalid('its signature is not by the key of the registry', error);
    },
  );
  if (!said.success) throw invalid('what was signed is no statement about a supergraph', said.error);
  const { data } = said;
  if (data.graph !== graph || data.variant !== variant) {
    throw invalid(`it is of ${data.graph}@${data.variant}, expected ${graph}@${variant}`);
  }
  const sha256 = createHash('sha256').update(sdl).digest('hex');
  if (data.sha256 !== sha256) throw invalid('it is not what was signed');
  return data;
}

function invalid(reason: string, cause?: unknown): CodedError {
  return new CodedError('SUPERGRAPH_INVALID', `The supergraph of the registry cannot be trusted: ${reason}.`, {
    cause,
  });
}
