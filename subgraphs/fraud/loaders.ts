import DataLoader from 'dataloader';
import type { Database } from '../../kit/database/database.ts';
import { featuresOf } from './features/featuresOf.ts';
import type { Features } from './features/names.ts';
import { readWithPast } from './history/orderTable.ts';
import { type FraudAssessmentRow, readAssessments } from './store.ts';

/** Gathers what one request asks of many orders into one query each. */
export class FraudLoaders {
  /** Null for an order that nothing is known of. */
  readonly features: DataLoader<string, Features | null>;
  readonly assessment: DataLoader<string, FraudAssessmentRow | null>;

  constructor(database: Database) {
    this.features = new DataLoader(async (ids) =>
      (await readWithPast(database, ids)).map((found) => found && featuresOf(found.order, found.past)),
    );
    this.assessment = new DataLoader((ids) => readAssessments(database, ids));
  }
}
