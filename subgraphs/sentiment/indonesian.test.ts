import { expect, test } from 'vitest';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../kit/model/folder/modelFile.ts';
import { formatIndonesian } from './indonesian/indonesianModel.ts';
import { learnIndonesian, learnIndonesianWords } from './indonesian/learn.ts';
import { readIndonesianData } from './indonesian/train.ts';
import indonesian from './indonesian.ts';
import indonesianWords from './indonesianWords.ts';

const MODELS = [
  ['sentiment-id', indonesian, new URL('indonesian/', import.meta.url)],
  ['sentiment-id-words', indonesianWords, new URL('indonesianWords/', import.meta.url)],
] as const;

async function load(code: typeof indonesian, folder: URL) {
  const { manifest } = await readManifest(folder);
  const read = (name: string) => readModelFile(folder, name, manifest.files[name] ?? { source: 'file:-', sha256: '' });
  return code.load({ manifest, read, onUnload: () => {} });
}

test.each(MODELS)('%s tells praise from complaint, however it is spelt', async (_, code, folder) => {
  const model = await load(code, folder);
  const texts = [
    'Barangnya bagus, pengiriman cepat, terima kasih!',
    'brgnya bgs bgt, dtg cepet',
    'Kecewa, barang rusak dan tidak diganti.',
    'brg rsk, ga diganti',
  ];
  const labels = (await model.predict(texts)).map((one) => (one instanceof Error ? one.message : one.output.label));
  expect(labels).toEqual(['POSITIVE', 'POSITIVE', 'NEGATIVE', 'NEGATIVE']);
});

test.each(MODELS)('%s cannot tell of what it knows no word of, and refuses what is empty', async (_, code, folder) => {
  const [odd, empty] = await (await load(code, folder)).predict(['很好', ' ']);
  expect(odd).toMatchObject({ output: { score: 0, confidence: 0.5 }, signals: { unknownTokens: 1 } });
  expect(empty).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the committed weights are those that training gives', async () => {
  const { examples, knowledge } = await readIndonesianData();
  const choice = { lexicon: true, pairs: true, reach: 2, prior: 0.3 };
  for (const [name, , folder] of MODELS) {
    const { manifest } = await readManifest(folder);
    const committed = async (file: string) =>
      String(await readModelFile(folder, file, manifest.files[file] ?? { source: 'file:-', sha256: '' }));
    const learn = name === 'sentiment-id' ? learnIndonesian : learnIndonesianWords;
    const { words, grams } = learn(examples, choice, knowledge);
    const { temperature }: { temperature: number } = JSON.parse(await committed('weights.json'));
    const files = formatIndonesian({ words: { ...words, temperature }, grams });
    for (const file of Object.keys(manifest.files))
      expect(Object.entries(files)).toContainEqual([file, await committed(file)]);
  }
}, 60_000);
