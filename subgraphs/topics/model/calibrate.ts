import { softmax } from '../../../models/training/softmaxRegression.ts';
import type { Calibration } from '../head.ts';
import { judge, topicProbabilities } from '../judgement.ts';
import { topicOf } from '../topics.ts';
import { measure } from './measure.ts';
import type { Labelled } from './messages.ts';

/** A message that the model has not seen, and how it scores the classes. */
export interface Scored {
  readonly message: Labelled;
  readonly scores: Float64Array;
}

const SEARCH_STEPS = 40;
const TEMPERATURES = { coldest: Math.log(0.01), hottest: Math.log(1) };
const THRESHOLDS = Array.from({ length: 31 }, (_, index) => Number((0.2 + index * 0.02).toFixed(2)));
/** A sub-topic is told where it is at least so often right. */
const SUBTOPIC_PRECISION = 0.85;

/**
 * Chooses, on messages that the model has not seen, the temperature that makes the probabilities of topics honest, then the
 * threshold of topics with the best macro-F1 (an answer to a message without a topic counts against it, and so does none
 * to a message with one), then the lowest threshold of sub-topics at which those that are told are right often enough.
 */
export function calibrate(scored: readonly Scored[], print: (line: string) => void): Calibration {
  const temperature = Number(fitTemperature(scored).toFixed(3));
  const judgedAt = (topicFrom: number, subtopicFrom: number) =>
    scored.map(({ message, scores }) => ({
      message,
      judgement: judge(softmax(scores, temperature), { topicFrom, subtopicFrom }),
    }));
  const trials = THRESHOLDS.map((topicFrom) => ({ topicFrom, figures: measure(judgedAt(topicFrom, 0)) }));
  for (const { topicFrom, figures } of trials.filter((_, index) => index % 5 === 0)) {
    print(
      `    topics from ${topicFrom.toFixed(2)}: macro-F1 ${figures.macroF1.toFixed(3)}, answers ${figures.answered} of ${figures.withTopic} with a topic and ${figures.withoutTopic - figures.abstained} of ${figures.withoutTopic} without`,
    );
  }
  const { topicFrom } = trials.reduce((best, trial) => (trial.figures.macroF1 > best.figures.macroF1 ? trial : best));
  const subtopicFrom =
    THRESHOLDS.find((threshold) => measure(judgedAt(topicFrom, threshold)).subtopicPrecision >= SUBTOPIC_PRECISION) ??
    1;
  print(`    chosen: temperature ${temperature}, topics from ${topicFrom}, sub-topics from ${subtopicFrom}`);
  return { temperature, topicFrom, subtopicFrom };
}

/** Golden-section search for the least log loss of the topics (Guo et al., On Calibration of Modern Neural Networks, 2017). */
function fitTemperature(scored: readonly Scored[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [TEMPERATURES.coldest, TEMPERATURES.hottest];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (logLoss(scored, Math.exp(left)) < logLoss(scored, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function logLoss(scored: readonly Scored[], temperature: number): number {
  return scored.reduce((sum, { message, scores }) => {
    const probabilities = softmax(scores, temperature);
    const own = topicOf(message.subtopic);
    const right =
      own === null
        ? (probabilities.at(-1) ?? 0)
        : (topicProbabilities(probabilities).find(([label]) => label === own)?.[1] ?? 0);
    return sum - Math.log(Math.max(right, Number.MIN_VALUE));
  }, 0);
}
