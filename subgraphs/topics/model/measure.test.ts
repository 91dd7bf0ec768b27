import { expect, test } from 'vitest';
import type { Judgement } from '../judgement.ts';
import type { Subtopic } from '../topics.ts';
import { measure } from './measure.ts';

const said = (subtopic: Subtopic | null, judgement: Partial<Judgement>) => ({
  message: { subtopic },
  judgement: { label: null, subtopic: null, confidence: 1, ...judgement },
});

test('an abstention on a message with a topic is a miss, an answer to one without a false one', () => {
  const figures = measure([
    said('TRACKING', { label: 'DELIVERY', subtopic: 'TRACKING' }),
    said('TRACKING', {}),
    said(null, { label: 'DELIVERY', subtopic: 'LATE_DELIVERY' }),
    said(null, {}),
  ]);
  expect(figures.topics[0]).toEqual({ label: 'DELIVERY', n: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(figures).toMatchObject({ macroF1: 0.5 / 8, withTopic: 2, answered: 1, withoutTopic: 2, abstained: 1 });
  expect(figures).toMatchObject({ subtopicRight: 1, subtopicsTold: 2, subtopicPrecision: 0.5 });
});

test('confidence that is right as often as it says has no calibration error', () => {
  const judged = [true, true, true, false].map((right) =>
    said('TRACKING', { label: right ? 'DELIVERY' : 'PAYMENT', confidence: 0.75 }),
  );
  expect(measure(judged).calibrationError).toBeCloseTo(0, 10);
});
