import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { messagesSource } from '../messages/readMessages.ts';
import { measureMessages } from '../messages/testMessages.ts';
import { crossValidate } from '../model/crossValidate.ts';
import { readTrainingData, SENTENCES_SOURCE } from '../model/dataset.ts';
import { evaluate } from '../model/evaluate.ts';
import { printAgreementWithStars } from '../model/starAgreement.ts';
import { judgeWords } from './judgeWords.ts';
import { learnWords, type WordExample, type WordKnowledge, wordRecipe } from './learn.ts';
import { readLexicon } from './lexicon.ts';
import { readWords } from './terms.ts';
import { parseValences } from './valences.ts';
import { formatWeights, parseWeights } from './wordModel.ts';

/** Goes up whenever weights.json changes. */
const VERSION = '1.1.0';

/** Trains the model of words, measures it on held-out domains, prints the figures and writes its folder. */
export async function trainWords(): Promise<void> {
  const { examples, knowledge } = await readWordData();
  console.log(`sentiment-words: weighing the words of ${examples.length} sentences…`);
  const { choice, temperature, quality } = evaluate(examples, wordRecipe(knowledge), console.log);
  const signals = crossValidate(examples, (seen) => {
    const model = { ...learnWords(seen, choice, knowledge), temperature };
    return ({ words }) => judgeWords(model, words).signals;
  });
  const weightsJson = formatWeights({ ...learnWords(examples, choice, knowledge), temperature });
  const model = parseWeights(weightsJson);
  const judge = async (texts: readonly string[]) => texts.map((text) => judgeWords(model, readWords(text)).output);
  await printAgreementWithStars(judge);
  const measured = { name: manifest.name, version: VERSION, weights: weightsJson };
  const onMessages = await measureMessages(measured, 'en', judge);
  await writeModelFolder(
    new URL('./', import.meta.url),
    {
      ...manifest,
      training: { ...manifest.training, items: examples.length + knowledge.questions.length },
      quality: [...quality, ...onMessages],
      baseline: createBaseline('the training sentences, each judged by a model that had not seen it', signals),
    },
    { 'weights.json': weightsJson },
  );
}

/** What the model of words learns from. */
export async function readWordData(): Promise<{ examples: readonly WordExample[]; knowledge: WordKnowledge }> {
  const { sentences, questions } = await readTrainingData();
  const valences = await readFile(new URL('../model/valences.txt', import.meta.url), 'utf8');
  return {
    examples: sentences.map((sentence) => ({ ...sentence, words: readWords(sentence.text) })),
    knowledge: { lexicons: [await readLexicon(), parseValences(valences)], questions: questions.map(readWords) },
  };
}

const manifest: Manifest = {
  name: 'sentiment-words',
  version: VERSION,
  description: 'Whether an English text speaks well or ill of something, by its words: for when MiniLM cannot answer.',
  license: 'MIT; the valences in weights.json come from VADER (MIT; as a file Apache-2.0)',
  files: {},
  signature: {},
  labels: ['NEGATIVE', 'POSITIVE'],
  languages: ['en'],
  maxBatch: 32,
  training: {
    data: [
      SENTENCES_SOURCE,
      messagesSource('en'),
      {
        name: 'VADER lexicon: 7,200 English words, each rated by ten people',
        source: 'npm:vader-sentiment@1.1.3/vader_lexicon.txt',
        license: 'MIT (C.J. Hutto); the npm package Apache-2.0 (Comcast)',
        citation:
          'Hutto, C.J., Gilbert, E.: VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text. ICWSM 2014.',
      },
    ],
    items: 0,
    command: 'npm run train -- sentiment',
  },
  quality: [],
};
