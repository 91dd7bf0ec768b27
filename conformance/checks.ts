import type { Check } from './check.ts';
import { entityChecks } from './checks/entities.ts';
import { fieldChecks } from './checks/fields.ts';
import { headerChecks } from './checks/headers.ts';
import { httpChecks } from './checks/http.ts';
import { malformedChecks } from './checks/malformed.ts';
import { processChecks } from './checks/process.ts';
import { serviceChecks } from './checks/service.ts';

/** Every check, in the order in which they are made; docs/conformance.md lists them in it. */
export const checks: readonly Check[] = [
  ...httpChecks,
  ...serviceChecks,
  ...entityChecks,
  ...fieldChecks,
  ...malformedChecks,
  ...headerChecks,
  ...processChecks,
];
