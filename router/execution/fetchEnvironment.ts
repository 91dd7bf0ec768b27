import type { Logger } from '../../kit/log.ts';
import type { ObjectShape } from '../response/shape.ts';
import type { Transport } from '../transport/transport.ts';
import type { BatchPoint } from './entityBatcher.ts';

/** What the fetches of one operation have around them. */
export interface FetchEnvironment {
  readonly transport: (service: string) => Transport;
  /** Undefined where fetches are not joined. */
  readonly batchPoint: ((service: string, query: string, make: () => BatchPoint) => BatchPoint) | undefined;
  readonly distinctRepresentations: boolean;
  readonly interfaceObjects: ReadonlySet<string>;
  /** The operation's response, by which paths in the data become the client's. */
  readonly shape: ObjectShape;
  /** Whether an entity that several places have may be one object in the data. */
  readonly mayShareEntities: boolean;
  /** What a fetch may take beyond the largest `@deadline` in it, in milliseconds. */
  readonly deadlineMarginMs: number;
  readonly log: Logger;
}
