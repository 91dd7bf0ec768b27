import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { ASPECTS, type Aspect } from '../aspects.ts';
import { logOddsOf, readIndonesian } from '../indonesian/indonesianModel.ts';
import { learnIndonesianWords } from '../indonesian/learn.ts';
import { readIndonesianData } from '../indonesian/train.ts';
import { type Judgement, judgementOf } from '../judgement.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../languages.ts';
import { type JudgedAspect, type Message, messagesSource, readMessages } from '../messages/readMessages.ts';
import { printQuality, share, testMessage, testSet } from '../messages/testMessages.ts';
import { FOLDS } from '../model/crossValidate.ts';
import { learnWords } from '../words/learn.ts';
import { readWords } from '../words/terms.ts';
import { readWordData } from '../words/train.ts';
import { weigh } from '../words/wordModel.ts';
import {
  type AspectDetector,
  type AspectJudgement,
  detectAspects,
  formatDetectors,
  judgeAspects,
  parseDetectors,
  type Told,
} from './aspectModel.ts';
import { learnDetectors } from './learn.ts';

/** Goes up whenever weights.json changes. */
const VERSION = '1.0.0';
/** What a threshold is chosen for on our own messages; version 1.1.0, with 0.82, told more and was not put to use. */
const PRECISION_WANTED = 0.9;
/** What an aspect must reach on held-out messages to be told at all. */
const PRECISION_NEEDED = 0.8;
/** A precision of fewer is chance. */
const FEWEST = 12;

type Detectors = Readonly<Record<Aspect, AspectDetector>>;
/** The score of each text. */
type Score = (text: string) => number;

/** Of a message: what it judges, and what a model says of it. */
interface Compared {
  readonly judged: readonly JudgedAspect[];
  readonly told: readonly AspectJudgement[];
}

/**
 * Trains the detectors of aspects, chooses their thresholds on messages that they have not seen, measures them on the
 * held-out ones, and writes their folder.
 * @param judges the trained models, for the held-out messages
 */
export async function trainAspects(
  judges: Readonly<Record<Language, (texts: readonly string[]) => Promise<readonly Judgement[]>>>,
): Promise<void> {
  const messages = { en: await readMessages('en'), id: await readMessages('id') };
  const scorers = { en: await englishScorer(), id: await indonesianScorer() };
  console.log('sentiment-aspects: learning what messages are about…');
  const detectors = {
    en: withThresholds('en', messages.en, scorers.en),
    id: withThresholds('id', messages.id, scorers.id),
  };
  const weights = formatDetectors(detectors);
  const read = parseDetectors(weights);
  const model = { name: manifest.name, version: VERSION, weights };
  const told: Told = { en: [], id: [] };
  // The headline is of an aspect that is told.
  const quality: { readonly told: Manifest['quality']; readonly untold: Manifest['quality'] } = {
    told: [],
    untold: [],
  };
  for (const language of LANGUAGES) {
    const compared = await compareHeldOut(model, language, read[language], judges[language]);
    for (const aspect of ASPECTS) {
      const figures = figuresOf(aspect, language, compared);
      const [precision] = figures;
      const isTold = precision !== undefined && precision.n >= FEWEST && precision.value >= PRECISION_NEEDED;
      if (isTold) told[language].push(aspect);
      quality[isTold ? 'told' : 'untold'].push(...figures.filter(({ n }) => n > 0));
    }
  }
  const figures = [...quality.told, ...quality.untold];
  printQuality(figures);
  console.log(`  told: ${LANGUAGES.map((language) => `${language} ${told[language].join(', ')}`).join('; ')}`);
  const items = LANGUAGES.reduce((sum, language) => sum + messages[language].length, 0);
  await writeModelFolder(
    new URL('./', import.meta.url),
    {
      ...manifest,
      languages: LANGUAGES.filter((language) => told[language].length > 0),
      training: { ...manifest.training, items },
      quality: figures,
    },
    { 'weights.json': weights, 'told.json': `${JSON.stringify(told)}\n` },
  );
}

/** What scores texts by models of words that have not seen one fold of the messages. */
type Scorer = (seen: readonly Message[]) => Score;

async function englishScorer(): Promise<Scorer> {
  const { examples, knowledge } = await readWordData();
  const choice = { lexicon: true, pairs: true, reach: 2, prior: 0.3 };
  return (seen) => {
    const texts = new Set(seen.map(({ text }) => text));
    const known = examples.filter(({ domain, text }) => domain !== 'messages' || texts.has(text));
    const model = learnWords(known, choice, knowledge);
    return (text) => judgementOf(weigh(model, readWords(text)).logOdds).score;
  };
}

async function indonesianScorer(): Promise<Scorer> {
  const { examples, knowledge } = await readIndonesianData();
  const choice = { lexicon: true, pairs: true, reach: 2, prior: 0.3 };
  return (seen) => {
    const texts = new Set(seen.map(({ text }) => text));
    const model = learnIndonesianWords(
      examples.filter(({ text }) => texts.has(text)),
      choice,
      knowledge,
    );
    return (text) => judgementOf(logOddsOf(model, readIndonesian(text))).score;
  };
}

function withThresholds(language: Language, messages: readonly Message[], scorer: Scorer): Detectors {
  const compared = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = messages.filter((_, index) => index % FOLDS !== fold);
    const detectors = learnDetectors(seen, language);
    const score = scorer(seen);
    return messages
      .filter((_, index) => index % FOLDS === fold)
      .map(({ text, parts }): Compared => {
        const detections = detectAspects(detectors, text, language);
        const scores = new Map(detections.map(({ part }) => [part, score(part)]));
        return { judged: parts.flatMap(({ aspects }) => aspects), told: judgeAspects(detections, score(text), scores) };
      });
  }).flat();
  const detectors = learnDetectors(messages, language);
  const chosen = (aspect: Aspect): AspectDetector => ({
    ...detectors[aspect],
    threshold: thresholdOf(aspect, language, compared),
  });
  return {
    PRICE: chosen('PRICE'),
    DELIVERY: chosen('DELIVERY'),
    QUALITY: chosen('QUALITY'),
    SERVICE: chosen('SERVICE'),
  };
}

/** The lowest in hundredths from which on the wanted precision is had; 1, which nothing reaches, where none is. */
function thresholdOf(aspect: Aspect, language: Language, compared: readonly Compared[]): number {
  for (let hundredths = 15; hundredths < 100; hundredths++) {
    const threshold = hundredths / 100;
    const told = compared.map((one) => ({
      ...one,
      told: one.told.filter(({ confidence }) => confidence >= threshold),
    }));
    const [precision, recall] = figuresOf(aspect, language, told);
    if (!precision || precision.n < FEWEST) break;
    if (precision.value < PRECISION_WANTED) continue;
    console.log(`  ${language} ${aspect}: ${threshold}, dev precision ${precision.value}, recall ${recall?.value}`);
    return threshold;
  }
  return 1;
}

async function compareHeldOut(
  model: MeasuredModel,
  language: Language,
  detectors: Detectors,
  judge: (texts: readonly string[]) => Promise<readonly Judgement[]>,
): Promise<readonly Compared[]> {
  const messages = await openTestSet(testSet('messages', language), testMessage, model);
  const wholes = await judge(messages.map(({ text }) => text));
  const detected = messages.map(({ text }) => detectAspects(detectors, text, language));
  const parts = [...new Set(detected.flatMap((detections) => detections.map(({ part }) => part)))];
  const judgements = await judge(parts);
  const scores = new Map(parts.map((part, index) => [part, judgements[index]?.score ?? 0]));
  return messages.map(({ aspects }, index) => ({
    judged: aspects,
    told: judgeAspects(detected[index] ?? [], wholes[index]?.score ?? 0, scores),
  }));
}

/** Precision, then recall: an aspect is right when its label is. */
function figuresOf(aspect: Aspect, language: Language, compared: readonly Compared[]): Manifest['quality'] {
  const own = compared.map(({ judged, told }) => ({
    judged: judged.filter((one) => one.aspect === aspect),
    told: told.filter((one) => one.aspect === aspect),
  }));
  const right = own.filter(({ judged, told }) => told.some(({ label }) => judged.some((one) => one.label === label)));
  const told = own.filter((one) => one.told.length > 0);
  const judged = own.filter((one) => one.judged.length > 0);
  const on = `${aspect}, held-out messages in ${LANGUAGE_NAMES[language]}, written by us`;
  return [share('precision', on, right.length, told.length), share('recall', on, right.length, judged.length)];
}

const manifest: Manifest = {
  name: 'sentiment-aspects',
  version: VERSION,
  description:
    'What of a shop (price, delivery, quality, service) a message or review judges: regressions over character grams of its parts.',
  license: 'MIT',
  files: {},
  signature: {},
  labels: [...ASPECTS],
  languages: [],
  maxBatch: 32,
  training: {
    data: LANGUAGES.map(messagesSource),
    items: 0,
    command: 'npm run train -- sentiment',
  },
  quality: [],
};
