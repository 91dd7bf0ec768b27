import type { Judgement } from '../judgement.ts';
import { TOPIC_LABELS, type TopicLabel, topicOf } from '../topics.ts';
import type { Labelled } from './messages.ts';

/** What a model said of a message that it has not seen. */
export interface Judged {
  readonly message: Pick<Labelled, 'subtopic'>;
  readonly judgement: Judgement;
}

/** How well one topic is told. */
export interface TopicFigures {
  readonly label: TopicLabel;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Messages that are about it. */
  readonly n: number;
}

export interface Figures {
  /** Mean F1 of the eight topics; an answer to a message without a topic is a false one, and none to one with a topic a miss. */
  readonly macroF1: number;
  readonly topics: readonly TopicFigures[];
  readonly withTopic: number;
  /** Of those with a topic, how many are told one. */
  readonly answered: number;
  /** Of those with a topic, how many are told the right sub-topic. */
  readonly subtopicRight: number;
  /** Of the sub-topics that are told, the share that is right. */
  readonly subtopicPrecision: number;
  readonly subtopicsTold: number;
  readonly withoutTopic: number;
  /** Of those without a topic, how many are told none. */
  readonly abstained: number;
  /** Mean gap between confidence and being right, over ten equal bins of the confidence of topics that are told. */
  readonly calibrationError: number;
}

const BINS = 10;

export function measure(judged: readonly Judged[]): Figures {
  const pairs = judged.map(({ message, judgement }) => ({
    ...judgement,
    truth: message.subtopic,
    topic: topicOf(message.subtopic),
  }));
  const topics = TOPIC_LABELS.map((label): TopicFigures => {
    const n = pairs.filter(({ topic }) => topic === label).length;
    const told = pairs.filter((pair) => pair.label === label).length;
    const right = pairs.filter((pair) => pair.label === label && pair.topic === label).length;
    return { label, n, precision: share(right, told), recall: share(right, n), f1: share(2 * right, told + n) };
  });
  const withTopic = pairs.filter(({ topic }) => topic !== null);
  const withoutTopic = pairs.filter(({ topic }) => topic === null);
  const subtopics = pairs.filter(({ subtopic }) => subtopic !== null);
  const subtopicRight = subtopics.filter(({ subtopic, truth }) => subtopic === truth).length;
  return {
    macroF1: topics.reduce((sum, { f1 }) => sum + f1, 0) / topics.length,
    topics,
    withTopic: withTopic.length,
    answered: withTopic.filter(({ label }) => label !== null).length,
    subtopicRight,
    subtopicPrecision: share(subtopicRight, subtopics.length),
    subtopicsTold: subtopics.length,
    withoutTopic: withoutTopic.length,
    abstained: withoutTopic.filter(({ label }) => label === null).length,
    calibrationError: calibrationError(
      pairs.flatMap(({ label, topic, confidence }) => (label === null ? [] : [{ confidence, right: label === topic }])),
    ),
  };
}

function calibrationError(told: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const gaps = Array.from({ length: BINS }, () => 0);
  for (const { confidence, right } of told) {
    const bin = Math.min(Math.floor(confidence * BINS), BINS - 1);
    gaps[bin] = (gaps[bin] ?? 0) + confidence - (right ? 1 : 0);
  }
  return share(
    gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
    told.length,
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
