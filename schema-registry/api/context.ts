import type { ApiKey } from '../keys/apiKey.ts';
import type { Registry } from '../registry.ts';

/** What every resolver of the API has at hand. */
export interface ApiContext {
  readonly registry: Registry;
  /** Of whoever asks. */
  readonly key: ApiKey;
  /** Where a browser finds this registry. */
  readonly url: () => string;
}
