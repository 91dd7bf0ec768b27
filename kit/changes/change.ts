import { badInput } from '../errors.ts';
import { isStorableJson } from '../jobs/storableJson.ts';

/** An entity as its owner lets others know it, at one time of its life. */
export interface EntityState<Payload = unknown> {
  /** Stable within its type; 1 to 200 characters. */
  readonly id: string;
  /** A whole number from 0, which its owner raises with each change of this id, also when it makes it anew. */
  readonly version: number;
  /** All that others may know of it, as JSON of at most 256 KiB; null when it is no more. */
  readonly payload: Payload | null;
}

/** What became of an entity. */
export interface Change<Payload = unknown> extends EntityState<Payload> {
  /** Its type, such as `Product`. */
  readonly entity: string;
}

const MAX_PAYLOAD_BYTES = 262_144;
const MAX_ID_CHARACTERS = 200;
const ENTITY = /^[A-Z][A-Za-z0-9]{0,99}$/;

export function isEntityName(name: unknown): boolean {
  return typeof name === 'string' && ENTITY.test(name);
}

/** @throws CodedError `BAD_USER_INPUT` for what cannot be a change. */
export function checkChange({ entity, id, version, payload }: Change): void {
  const complain = (argument: string, expected: string, came: unknown): never => {
    throw badInput(`${argument}: expected ${expected}, got ${came}.`, argument);
  };
  if (!isEntityName(entity)) complain('entity', 'the name of a type, such as Product', JSON.stringify(entity));
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_CHARACTERS || !isStorableJson(JSON.stringify(id))) {
    const came = typeof id === 'string' ? `${id.length} that start with ${JSON.stringify(id.slice(0, 20))}` : typeof id;
    complain('id', `1 to ${MAX_ID_CHARACTERS} characters that Postgres can store`, came);
  }
  if (!Number.isSafeInteger(version) || version < 0) complain('version', 'a whole number from 0', version);
  if (payload === null) return;
  // A number that is none is null in JSON, too, and would delete what it was to describe.
  const json = JSON.stringify(payload) ?? 'null';
  if (json === 'null') complain('payload', 'JSON, or null for what is no more', `a ${typeof payload}`);
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_PAYLOAD_BYTES) complain('payload', `at most ${MAX_PAYLOAD_BYTES} bytes of JSON`, bytes);
  if (!isStorableJson(json)) complain('payload', 'text without U+0000 or half a surrogate pair', 'such text');
}
