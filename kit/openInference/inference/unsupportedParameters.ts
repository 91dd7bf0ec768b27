import { badInput } from '../../errors.ts';

/** Triton's parameters that would change what an answer means, or where its tensors are. */
const UNSUPPORTED = ['classification', 'shared_memory_region', 'sequence_id'];

/**
 * Other parameters are hints and may be passed over.
 * @throws CodedError `BAD_USER_INPUT`
 */
export function refuseUnsupported(parameters: object): void {
  const unsupported = UNSUPPORTED.find((name) => Object.hasOwn(parameters, name));
  if (unsupported) throw badInput(`This server does not support the parameter ${unsupported}; leave it out.`);
}
