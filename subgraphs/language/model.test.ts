import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LoadedModel, ModelCode, Prediction } from '../../kit/model/defineModel.ts';
import { type Manifest, readManifest } from '../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../kit/model/folder/modelFile.ts';
import { CODES } from './codes.ts';
import { parseCues } from './cues/cueModel.ts';
import { learnCues } from './cues/learnCues.ts';
import cues from './cues.ts';
import { type Detection, detectionOf } from './detection.ts';
import { readMessages, readOthers } from './model/dataset.ts';
import { learn } from './model/learn.ts';
import { formatWeights, parseWeights } from './model/linearModel.ts';
import grams from './model.ts';

interface Opened {
  readonly manifest: Manifest;
  readonly model: LoadedModel<string, Detection>;
}

let opened: Readonly<Record<'grams' | 'cues', Opened>>;

async function open(code: ModelCode<string, Detection>, folder: URL): Promise<Opened> {
  const { manifest } = await readManifest(folder);
  const read = (name: string) => readModelFile(folder, name, manifest.files[name] ?? { source: 'file:-', sha256: '' });
  return { manifest, model: await code.load({ manifest, read, onUnload: () => {} }) };
}

beforeAll(async () => {
  opened = {
    grams: await open(grams, new URL('model/', import.meta.url)),
    cues: await open(cues, new URL('cues/', import.meta.url)),
  };
});

async function predict(name: 'grams' | 'cues', ...texts: readonly string[]): Promise<readonly Prediction<Detection>[]> {
  const results = await opened[name].model.predict(texts);
  return results.map((result) => {
    if (result instanceof Error) throw result;
    return result;
  });
}

const both = [['grams'], ['cues']] as const;

test.each([
  ['Can I swap this rug for the larger one?', 'en'],
  ['Karpetnya mau saya tukar sama yang lebih gede dong', 'id'],
  ['Permaidani ni saya nak tukar dengan yang besar sikit boleh tak', 'ms'],
  ['Palitan ko po sana ng mas malaki itong alpombra', 'tl'],
  ['Mình muốn đổi tấm thảm này lấy cái to hơn', 'vi'],
  ['minh muon doi tam tham nay lay cai to hon nha shop', 'vi'],
  ['อยากเปลี่ยนพรมผืนนี้เป็นผืนใหญ่กว่า', 'th'],
  ['这块地毯想换大一点的', 'zh'],
  ['這塊地毯想換大一點的', 'zh'],
  ['このじゅうたんをもっと大きいのに替えたい', 'unknown'],
  ['이 카펫을 더 큰 것으로 바꾸고 싶어요', 'unknown'],
  ['Ich möchte diesen Teppich gegen einen größeren tauschen', 'unknown'],
  ['帮我查一下订单88120谢谢', 'zh'],
])('both models take %j for %s', async (text, code) => {
  for (const [name] of both) expect((await predict(name, text))[0]?.output.code).toBe(code);
});

test('where no language is sure enough a text is unknown, with the confidence that it is none of them', () => {
  const unsure = detectionOf([0, 0.45, 0.4, 0, 0, 0.05, 0, 0.1], 0.5, 9);
  expect(unsure.output).toEqual({ code: 'unknown', confidence: 0.1 });
  expect(unsure.signals.margin).toBeCloseTo(0.05, 10);
  const sure = detectionOf([0, 0.55, 0.3, 0, 0, 0.05, 0, 0.1], 0.5, 9);
  expect(sure.output).toEqual({ code: 'id', confidence: 0.55 });
  // That none of them is likeliest needs no threshold.
  expect(detectionOf([0.3, 0, 0, 0, 0, 0.3, 0, 0.4], 0.5, 9).output).toEqual({ code: 'unknown', confidence: 0.4 });
});

test.each(both)(
  '%s: any text has the same answer alone and among others, and a confidence from 0 to 1',
  async (name) => {
    const texts = fc.array(fc.string({ unit: 'binary' }).map((text) => `a ${text}`));
    await fc.assert(
      fc.asyncProperty(texts, async (several) => {
        const together = await predict(name, ...several);
        for (const [index, text] of several.entries()) {
          expect(await predict(name, text)).toEqual([together[index]]);
          expect(CODES).toContain(together[index]?.output.code);
          expect(together[index]?.output.confidence).toBeGreaterThanOrEqual(0);
          expect(together[index]?.output.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  },
);

test.each(both)('%s: what is no text fails alone', async (name) => {
  // As from a caller in plain JavaScript.
  const items: readonly unknown[] = ['Where is it?', null, ''];
  const results = await opened[name].model.predict(items as readonly string[]);
  expect(results[1]).toMatchObject({ code: 'BAD_USER_INPUT', message: 'Expected a text, got object.' });
  expect(results.map((result) => (result instanceof Error ? null : result.output.code))).toEqual([
    'en',
    null,
    'unknown',
  ]);
});

test.each(both)('%s: 1 MB takes no longer than a short text, nearly', async (name) => {
  for (const text of [
    'where is it '.repeat(90_000),
    '@'.repeat(1_000_000),
    '9'.repeat(1_000_000),
    'กา'.repeat(500_000),
  ]) {
    const times = [];
    for (let round = 0; round < 20; round++) {
      const started = performance.now();
      await predict(name, text);
      times.push(performance.now() - started);
    }
    // Well below 1 ms on an idle machine; the best of many rounds, because others use this one too.
    expect(Math.min(...times)).toBeLessThan(5);
  }
});

test('both manifests have a figure for each language that they answer for', () => {
  for (const { manifest } of [opened.grams, opened.cues]) {
    expect(manifest.languages).toEqual(['en', 'id', 'ms', 'th', 'vi', 'tl', 'zh']);
    for (const language of manifest.languages) {
      expect(manifest.quality.some(({ metric, on }) => metric === 'recall' && on.endsWith(`: ${language}`))).toBe(true);
    }
  }
});

test('the accuracy on held-out messages is what was asked for', () => {
  expect(opened.grams.manifest.quality[0]).toMatchObject({ metric: 'accuracy', n: 500 });
  expect(opened.grams.manifest.quality[0]?.value).toBeGreaterThanOrEqual(0.95);
});

test('the committed weights and cues are those that training gives', async () => {
  const texts = [...(await readMessages()), ...(await readOthers())];
  const json = await readFile(new URL('model/weights.json', import.meta.url), 'utf8');
  expect(formatWeights(learn(texts), parseWeights(json)) === json).toBe(true);
  const { cues: committed } = parseCues(await readFile(new URL('cues/cues.json', import.meta.url), 'utf8'));
  expect(new Map([...learnCues(texts)].sort())).toEqual(new Map([...committed].sort()));
}, 60_000);
