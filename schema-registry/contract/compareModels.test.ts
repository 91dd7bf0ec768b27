import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareModels } from './compareModels.ts';
import { type ModelContract, readContracts } from './modelContract.ts';

const manifest: unknown = JSON.parse(
  readFileSync(new URL('../../subgraphs/topics/model/manifest.json', import.meta.url), 'utf8'),
);
const [topics] = readContracts([manifest]) as [ModelContract];

const breaches = (change: Partial<ModelContract>) =>
  compareModels([topics], [{ ...topics, version: '9.0.0', ...change }]).map(({ rule, coordinate }) => [
    rule,
    coordinate,
  ]);

test('a manifest of ours is read, and the same model breaks nothing', () => {
  expect(topics).toMatchObject({ name: 'topics-minilm', labels: expect.arrayContaining(['DELIVERY']) });
  expect(breaches({})).toEqual([]);
});

test('labels and languages may be added, and not removed', () => {
  expect(breaches({ labels: [...topics.labels, 'NEW'], languages: [...topics.languages, 'ms'] })).toEqual([]);
  expect(breaches({ labels: topics.labels.filter((label) => label !== 'DELIVERY') })).toEqual([
    ['LABEL_REMOVED', 'topics-minilm.labels.DELIVERY'],
  ]);
  expect(breaches({ languages: ['en'] })).toEqual([['LANGUAGE_REMOVED', 'topics-minilm.languages.id']]);
});

test('an embedding keeps its dimension; what a free dimension is called does not matter', () => {
  const outputs = (shape: (number | string)[]) => ({ 'encoder.onnx': { outputs: { embedding: { shape } } } });
  expect(breaches({ signature: outputs(['items', 384]) })).toEqual([]);
  expect(breaches({ signature: outputs(['batch', 512]) })).toEqual([
    ['DIMENSION_CHANGED', 'topics-minilm.encoder.onnx.embedding'],
  ]);
});

test('quality does not sink, where less is better it does not rise, and figures do not vanish', () => {
  const [first, ...rest] = topics.quality as [ModelContract['quality'][number], ...ModelContract['quality']];
  expect(breaches({ quality: [{ ...first, value: first.value + 0.01 }, ...rest] })).toEqual([]);
  expect(breaches({ quality: [{ ...first, value: first.value - 0.01 }, ...rest] })).toEqual([
    ['QUALITY_LOWER', `topics-minilm.quality.${first.metric} (${first.on})`],
  ]);
  expect(breaches({ quality: rest })).toEqual([
    ['FIGURE_REMOVED', `topics-minilm.quality.${first.metric} (${first.on})`],
  ]);
  const error = { metric: 'calibration error', on: 'en', value: 0.04, n: 100 };
  const [breach] = compareModels(
    [{ ...topics, quality: [error] }],
    [{ ...topics, quality: [{ ...error, value: 0.05 }] }],
  );
  expect(breach).toMatchObject({
    rule: 'QUALITY_LOWER',
    message: expect.stringContaining('was 0.04 (n 100) and is 0.05 (n 100)'),
  });
});

test('a model that is gone is told', () => {
  expect(compareModels([topics], [])).toMatchObject([{ rule: 'MODEL_REMOVED', coordinate: 'topics-minilm' }]);
});

test.each([
  ['no list', {}, /models: expected/],
  [
    'a name that is none',
    [{ name: 'No Name', version: '1.0.0' }],
    /models\.0\.name: expected a model’s name, got "No Name"/,
  ],
  ['a version that is none', [{ name: 'a', version: 'new' }], /models\.0\.version: expected a version/],
])('%s is refused', (_, manifests, reason) => {
  expect(() => readContracts(manifests)).toThrowError(reason);
});
