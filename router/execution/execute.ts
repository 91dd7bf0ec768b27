import type { PreparedOperation } from '../operation/prepare.ts';
import type { Variables } from '../response/compileWriter.ts';
import { completeData, type Data } from '../response/completeData.ts';
import type { ClientError, Path } from '../response/errorList.ts';
import type { FetchContext } from '../transport/transport.ts';
import { late } from './failureOf.ts';
import { Run } from './run.ts';
import { serviceOf } from './serviceOf.ts';

/** The longest a timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * Executes a prepared operation until its plan is done, its deadline has passed or its caller has left: whatever has
 * been fetched by then is the data.
 */
export async function execute(
  operation: PreparedOperation,
  variables: Variables,
  caller: FetchContext,
  maxErrors: number,
): Promise<Run> {
  const controller = new AbortController();
  const context: FetchContext = { ...caller, signal: controller.signal };
  const data = { ...operation.introspect?.(variables) };
  const run = new Run(variables, context, data, maxErrors);
  const work = operation.execute?.(run);
  if (work) {
    await untilOver(work, run, caller);
    run.over = true;
    // Frees whatever still waits for a subgraph.
    if (run.expired) controller.abort();
  }
  return run;
}

function untilOver(work: Promise<void>, run: Run, { deadline, signal }: FetchContext): Promise<void> {
  return new Promise((resolve, reject) => {
    const expire = (): void => {
      run.expired = true;
      resolve();
    };
    const left = deadline - Date.now();
    const timer = left <= MAX_TIMER_MS ? setTimeout(expire, Math.max(0, left)) : undefined;
    if (signal.aborted) expire();
    else signal.addEventListener('abort', expire, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', expire);
    });
  });
}

/** The answer as JSON text. */
export function writeAnswer(
  operation: PreparedOperation,
  run: Run,
): { readonly json: string; readonly hadErrors: boolean } {
  if (run.errors.isEmpty && run.pathless.length === 0) {
    const json = operation.write(run.data, run.variables);
    if (json !== undefined) return { json: `{"data":${json}}`, hadErrors: false };
  }
  const { data, errors } = completeAnswer(operation, run);
  if (errors.length === 0) return { json: `{"data":${JSON.stringify(data)}}`, hadErrors: false };
  return { json: `{"errors":${JSON.stringify(errors)},"data":${JSON.stringify(data)}}`, hadErrors: true };
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
  for (const error of run.pathless) {
    const told = run.errors.told.some(
      ({ message, extensions }) => message === error.message && extensions.service === error.extensions.service,
    );
    if (!told) run.errors.add(error);
  }
  return { data, errors: run.errors.toArray() };
}
