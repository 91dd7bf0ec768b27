import type { Signals } from '../../kit/model/quality/signals.ts';
import { CLASSES, NO_TOPIC, type Subtopic, TOPIC_LABELS, type TopicLabel, topicOf } from './topics.ts';

/** What a model of the island says of a message. */
export interface Judgement {
  /** Null when the message is about none of the topics, or the model is not sure enough. */
  readonly label: TopicLabel | null;
  /** One of the label's; null when the model is not sure enough of it. */
  readonly subtopic: Subtopic | null;
  /** Calibrated probability of the label; without one, that the message is about none of the topics. */
  readonly confidence: number;
}

/** How sure a model has to be, in one language. */
export interface Thresholds {
  /** A topic is told from this probability on. */
  readonly topicFrom: number;
  /** A sub-topic is told from this probability on. */
  readonly subtopicFrom: number;
}

/** @param probabilities of the classes, calibrated. */
export function judge(probabilities: Float64Array, { topicFrom, subtopicFrom }: Thresholds): Judgement {
  const none = probabilities[CLASSES.length - 1] ?? 0;
  const [label, confidence] = likeliest(topicProbabilities(probabilities));
  if (confidence < topicFrom || confidence < none) return { label: null, subtopic: null, confidence: none };
  const own = CLASSES.flatMap((subtopic, index) =>
    subtopic !== null && topicOf(subtopic) === label ? [[subtopic, probabilities[index] ?? 0] as const] : [],
  );
  const [subtopic, probability] = likeliest(own);
  return { label, subtopic: probability >= subtopicFrom ? subtopic : null, confidence };
}

/** The probability of a topic is the sum of its sub-topics'. */
export function topicProbabilities(probabilities: Float64Array): readonly (readonly [TopicLabel, number])[] {
  return TOPIC_LABELS.map((label) => [
    label,
    CLASSES.reduce((sum, subtopic, index) => sum + (topicOf(subtopic) === label ? (probabilities[index] ?? 0) : 0), 0),
  ]);
}

/** What monitoring lives on, of a judgement. */
export function signalsOf({ label, confidence }: Judgement, probabilities: Float64Array): Signals {
  const none = probabilities[CLASSES.length - 1] ?? 0;
  const [first = 0, second = 0] = [none, ...topicProbabilities(probabilities).map(([, value]) => value)].sort(
    (a, b) => b - a,
  );
  return { label: label ?? NO_TOPIC, confidence: Math.min(confidence, 1), margin: Math.max(0, first - second) };
}

function likeliest<Key>(pairs: readonly (readonly [Key, number])[]): readonly [Key, number] {
  return pairs.reduce((best, pair) => (pair[1] > best[1] ? pair : best));
}
