import type { ApiKey } from '../keys/apiKey.ts';
import type { Keys } from '../keys/keys.ts';
import type { Registry } from '../registry.ts';

/** What every resolver of the API has at hand. */
export interface ApiContext {
  readonly registry: Registry;
  readonly keys: Keys;
  /** Of whoever asks. */
  readonly key: ApiKey;
}
