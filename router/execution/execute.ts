import type { PreparedOperation } from '../operation/prepare.ts';
import type { Variables } from '../response/compileWriter.ts';
import { completeData, type Data } from '../response/completeData.ts';
import type { ClientError, Path } from '../response/errorList.ts';
import type { Caller } from './caller.ts';
import { late } from './failureOf.ts';
import { Run } from './run.ts';
import { serviceOf } from './serviceOf.ts';
import { OVER, untilOver } from './untilOver.ts';
import { Waiting } from './waiting.ts';

/**
 * Executes a prepared operation until its plan is done, its deadline has passed or whoever waits for it has left:
 * what has been fetched by then is the data.
 */
export async function execute(
  operation: PreparedOperation,
  variables: Variables,
  caller: Caller,
  maxErrors: number,
): Promise<Run> {
  const own = new Waiting();
  const data = { ...operation.introspect?.(variables) };
  const run = new Run(variables, { ...caller, waiting: own }, data, maxErrors);
  const work = operation.execute?.(run);
  if (work) {
    run.expired = (await untilOver(work, caller)) === OVER;
    run.over = true;
    // Frees whatever still waits for a subgraph.
    if (run.expired) own.leave();
  }
  return run;
}

/** The answer as JSON text. */
export function writeAnswer(
  operation: PreparedOperation,
  run: Run,
): { readonly json: string; readonly hadErrors: boolean } {
  const json = run.isFlawless ? operation.write(run.data, run.variables) : undefined;
  if (json !== undefined) return { json: flat(`{"data":${json}}`), hadErrors: false };
  const { data, errors } = completeAnswer(operation, run);
  if (errors.length === 0) return { json: `{"data":${JSON.stringify(data)}}`, hadErrors: false };
  return { json: `{"errors":${JSON.stringify(errors)},"data":${JSON.stringify(data)}}`, hadErrors: true };
}

/**
 * A string made of thousands of pieces is a tree of them until somebody reads it, as V8 does here for one character.
 * Trees that wait for their reader, such as a shared answer, tripled the garbage collector's work.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** The answer as objects without prototypes. */
export function completeAnswer(
  { shape, fetches }: PreparedOperation,
  run: Run,
): { readonly data: Data | null; readonly errors: readonly ClientError[] } {
  const serviceAt = (path: Path): string | undefined => serviceOf(fetches, path);
  const data = completeData(shape, run.data, {
    variables: run.variables,
    told: run.errors.told,
    failureOf: (object, key, path) =>
      run.failures.of(object, key) ?? (run.expired ? late(serviceAt(path())) : undefined),
    serviceAt,
    report: (error) => run.errors.add(error),
  });
  run.addNearby();
  return { data, errors: run.errors.toArray() };
}
