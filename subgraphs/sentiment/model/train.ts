import { trainAspects } from '../aspects/train.ts';
import { trainIndonesian } from '../indonesian/train.ts';
import { measureMessages } from '../messages/testMessages.ts';
import { trainWords } from '../words/train.ts';
import { readTrainingData } from './dataset.ts';
import { printAgreementWithStars } from './starAgreement.ts';
import { trainHead, writeHead } from './trainHead.ts';

/** Goes up whenever head.json changes. */
const VERSION = '1.1.0';

/** Trains the models of the island, measures them on held-out data, prints the figures and writes their folders. */
export async function train(): Promise<void> {
  await trainWords();
  const judgeIndonesian = await trainIndonesian();
  const trained = await trainHead({
    ...(await readTrainingData()),
    version: VERSION,
    command: 'npm run train -- sentiment',
    print: console.log,
  });
  await printAgreementWithStars(trained.judge);
  const { manifest, files, judge } = trained;
  const measured = { name: manifest.name, version: VERSION, weights: files['head.json'] + files['valences.txt'] };
  const quality = [...manifest.quality, ...(await measureMessages(measured, 'en', judge))];
  await writeHead(new URL('./', import.meta.url), { files, manifest: { ...manifest, quality } });
  await trainAspects({ en: judge, id: judgeIndonesian });
}
