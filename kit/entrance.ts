import { CodedError } from './errors.ts';

/**
 * Runs a process's main function. A CodedError is told in words a person can act on; anything else with its stack.
 * Either way the exit code is 1.
 */
export async function runEntrance(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof CodedError) console.error(`${error.code}: ${error.message}`);
    else console.error(error);
    process.exit(1);
  }
}
