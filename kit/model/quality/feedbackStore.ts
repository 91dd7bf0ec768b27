import type { Database } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { quoteNamespace } from '../../database/namespace.ts';
import type { SignedPrediction } from './predictionId.ts';
import { wilsonInterval } from './wilsonInterval.ts';

/** How good one version of a model is, by those who told whether its predictions are right. */
export interface LiveQuality {
  /** Predictions that somebody answered, at least 1. */
  readonly answers: number;
  /** Share of them that were right. */
  readonly accuracy: number;
  /** 95% interval of the accuracy. */
  readonly interval: readonly [low: number, high: number];
  /** Mean gap between confidence and accuracy over ten equal bins of confidence, weighted by their answers, 0 to 1. */
  readonly calibrationError: number;
}

/**
 * Its methods throw CodedError `DATABASE_UNAVAILABLE` or `OVERLOADED` when the database does not answer, and
 * `MIGRATION_FAILED` when it cannot be prepared; the next call tries anew.
 */
export interface FeedbackStore {
  /**
   * Counts what somebody says the right label is.
   * @returns false when this version's prediction for the same input was answered before, in whatever process. So
   * whoever heard nothing may ask again: false then says that the first try was counted, or somebody else's.
   */
  count(prediction: SignedPrediction, label: string): Promise<boolean>;
  /** By version; one that nobody answered is not in it. */
  live(model: string): Promise<ReadonlyMap<string, LiveQuality>>;
}

export interface FeedbackStoreOptions {
  /** Called at the first use, and again only when it or the migration failed: predictions need no database. */
  readonly database: () => Promise<Database>;
  readonly namespace: string;
}

interface VersionRecord {
  version: string;
  answers: number;
  correct: number;
  calibration_error: number;
}

const MIGRATIONS = new URL('migrations/', import.meta.url);

/** The namespace of an island's feedback. No island has such a name: they are of letters and digits. */
export function feedbackNamespace(island: string): string {
  return `${island}_feedback`;
}

/** Feedback on the predictions of an island's models, each counted once. Opens nothing until it is used. */
export function createFeedbackStore({ database, namespace }: FeedbackStoreOptions): FeedbackStore {
  const schema = quoteNamespace(namespace);
  let opened: Promise<Database> | undefined;
  const prepare = async (): Promise<Database> => {
    const open = await database();
    await migrate(searchingIn(open, schema), namespace, MIGRATIONS);
    return open;
  };
  const ready = (): Promise<Database> => {
    opened ??= prepare().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  return {
    count: async ({ model, version, inputDigest, label: predicted, confidence, time }, label) => {
      const open = await ready();
      const { rows } = await open.query(
        `with counted as (
           insert into ${schema}.feedback (model, version, input_digest, predicted, answered, confidence, predicted_at)
           values ($1, $2, $3, $4, $5, $6, to_timestamp($7)) on conflict do nothing
           returning model, version, least(floor(confidence * 10), 9) as tenth, (predicted = answered)::int as correct, confidence
         )
         insert into ${schema}.calibration as sums (model, version, tenth, answers, correct, confidence)
         select model, version, tenth, 1, correct, confidence from counted
         on conflict (model, version, tenth) do update set
           answers = sums.answers + 1,
           correct = sums.correct + excluded.correct,
           confidence = sums.confidence + excluded.confidence
         returning 1`,
        [model, version, inputDigest, predicted, label, confidence, time],
      );
      return rows.length > 0;
    },

    live: async (model) => {
      const open = await ready();
      const { rows } = await open.query<VersionRecord>(
        `select version, sum(answers) as answers, sum(correct) as correct,
           sum(abs(confidence - correct)) / sum(answers) as calibration_error
         from ${schema}.calibration where model = $1 group by version order by version`,
        [model],
      );
      return new Map(rows.map((record) => [record.version, toQuality(record)]));
    },
  };
}

/** The same database, whose transactions find and make tables in `schema` when no other is named. */
function searchingIn(database: Database, schema: string): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (transaction) => {
        await transaction.query(`set local search_path to ${schema}`);
        return work(transaction);
      }),
  };
}

function toQuality({ answers, correct, calibration_error }: VersionRecord): LiveQuality {
  return {
    answers,
    accuracy: correct / answers,
    interval: wilsonInterval(correct, answers),
    calibrationError: calibration_error,
  };
}
