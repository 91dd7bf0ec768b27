import { badInput, type CodedError } from '../../kit/errors.ts';
import { FEATURES, type Features } from './features/names.ts';

/** Why an item cannot be scored; null when it can. */
export function itemFault(item: Features): CodedError | null {
  // Other applications send items, too.
  const given: Partial<Record<string, unknown>> = typeof item === 'object' && item !== null ? { ...item } : {};
  const { AMOUNT: amount } = given;
  if (typeof amount !== 'number' || !(amount >= 0)) {
    return badInput(`AMOUNT: expected a number from 0, got ${JSON.stringify(amount) ?? 'nothing'}.`, 'AMOUNT');
  }
  const faulty = FEATURES.find((feature) => given[feature] !== null && !Number.isFinite(given[feature]));
  if (faulty === undefined) return null;
  const came = JSON.stringify(given[faulty]) ?? 'nothing';
  return badInput(`${faulty}: expected a number, or null where there is none, got ${came}.`, faulty);
}
