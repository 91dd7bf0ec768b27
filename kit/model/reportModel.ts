import { hostname } from 'node:os';
import type { Logger } from '../log.ts';
import type { FeedbackStore, LiveQuality } from './quality/feedbackStore.ts';
import type { ModelReport } from './report.ts';
import type { Route } from './versions/versionSet.ts';

/** Less than who asks for a report has time: the graph gives it two seconds. */
const LIVE_QUALITY_WITHIN_MS = 1_000;
/** Which process a report comes from. */
const INSTANCE = `${hostname()}/${process.pid}`;

interface Reported {
  readonly name: string;
  readonly fallback: boolean;
  readonly routes: readonly Route[];
  readonly feedback?: FeedbackStore | undefined;
  readonly log: Logger;
}

/** How a model and each of its versions do in this process. */
export async function reportModel({ name, fallback, routes, feedback, log }: Reported): Promise<ModelReport> {
  const total = routes.reduce((sum, { weight }) => sum + weight, 0);
  const live = await liveQualityOf(name, feedback, log);
  return {
    name,
    fallback,
    instance: INSTANCE,
    versions: routes.map(({ loaded, weight, version }) => ({
      ...loaded.report(),
      traffic: weight / total,
      liveQuality: live.get(version) ?? null,
    })),
  };
}

/** None when it cannot be read in time: how a model does must be seen also when the database is down, or still starts. */
async function liveQualityOf(
  name: string,
  feedback: FeedbackStore | undefined,
  log: Logger,
): Promise<ReadonlyMap<string, LiveQuality>> {
  if (feedback === undefined) return new Map();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`The database did not answer within ${LIVE_QUALITY_WITHIN_MS} ms.`);
    timer = setTimeout(reject, LIVE_QUALITY_WITHIN_MS, error);
  });
  try {
    return await Promise.race([feedback.live(name), late]);
  } catch (error) {
    log.warn({ err: error, model: name }, 'what feedback says of a model cannot be read');
    return new Map();
  } finally {
    clearTimeout(timer);
  }
}
