import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { readDataset } from '../../subgraphs/sentiment/model/dataset.ts';
import { readMetric } from '../readMetric.ts';
import { type SentimentProcess, startSentiment } from '../sentiment.ts';

/** Texts of a request, the most that there may be. */
const AT_ONCE = 100;
/** As /metrics tells them. */
const [STABLE, ALERT] = [0, 2];

interface Drift {
  readonly status: string;
  readonly samples: number;
  readonly signals: readonly { readonly signal: string; readonly psi: number; readonly status: string }[];
}

const { manifest } = await readManifest(new URL('../../subgraphs/sentiment/model/', import.meta.url));
const printable = (text: string) => !/(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(text);
const sentences = (await readDataset()).filter(({ text }) => printable(text));
let island: SentimentProcess;
beforeAll(async () => {
  island = await startSentiment();
}, 60_000);
afterAll(() => island?.close());

async function drift(): Promise<Drift> {
  const { data } = await island.ask(
    '{ models { sentiment { versions { drift { status samples signals { signal psi status } } } } } }',
  );
  const [model] = (data as { models: { sentiment: { versions: { drift: Drift }[] }[] } }).models.sentiment;
  const [version] = model?.versions ?? [];
  if (version === undefined) throw new TypeError('no version');
  return version.drift;
}

const metric = () =>
  readMetric(island.url, `archipelago_model_drift_status{model="sentiment-minilm",version="${manifest.version}"}`);

/** What is watched after each request of a stream. */
async function* watch(texts: readonly string[]): AsyncGenerator<Drift> {
  for (let start = 0; start < texts.length; start += AT_ONCE) {
    await island.analyze(texts.slice(start, start + AT_ONCE));
    yield drift();
  }
}

/** The same order whenever the tests run (mulberry32). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const texts = (from: readonly { readonly text: string }[]) => from.map(({ text }) => text);
const usual = (seed: number) => texts(shuffled(sentences, seed));

test('the sentences that the model learned from are no drift, however often they come', async () => {
  const stream = [...usual(1).slice(0, 1_500), ...usual(1).slice(0, 500)];
  const alarms: Drift[] = [];
  for await (const seen of watch(stream))
    if (!['INSUFFICIENT_SAMPLES', 'STABLE'].includes(seen.status)) alarms.push(seen);
  expect(alarms).toEqual([]);
  expect((await drift()).status).toBe('STABLE');
  expect(await metric()).toBe(STABLE);
}, 150_000);

/** Words and signs that the model's vocabulary has pieces of at best. */
const FOREIGN =
  'качество ужасное доставка хорошая 很好 质量差 不推荐 ดีมาก ไม่แนะนำ คุณภาพแย่ отлично ★★★★☆ 👍🏽 ¯\\_(ツ)_/¯ →→→ 💔 ≠≠ ™®©'.split(
    ' ',
  );

const unseen = usual(4);
const complaints = texts(shuffled(sentences, 5).filter(({ label }) => label === 0));
const thousand = (make: (index: number) => string) => Array.from({ length: 1_000 }, (_, index) => make(index));
const five = (words: readonly string[], from: number) =>
  Array.from({ length: 5 }, (_, place) => words[(from * (place + 1) + place) % words.length]).join(' ');

// Each shift is of another signal, for what one leaves in the window must not be taken for the next.
test.each<[title: string, signal: string, stream: readonly string[]]>([
  ['complaints only', 'label', thousand((index) => (complaints[index] ?? '').toUpperCase())],
  ['four times as long', 'length', thousand((index) => unseen.slice(index, index + 4).join(' '))],
  ['foreign and laden with symbols', 'unknownTokens', thousand((index) => `${five(FOREIGN, index)} ${index}`)],
])(
  'a stream of texts that are %s raises the drift of %s within 1,000 texts',
  async (_, signal, stream) => {
    const levelOf = ({ signals }: Drift) => signals.find((one) => one.signal === signal)?.status;
    expect(levelOf(await drift())).not.toBe('ALERT');
    let last: Drift | undefined;
    for await (const seen of watch(stream)) {
      last = seen;
      if (levelOf(seen) === 'ALERT') break;
    }
    expect(last?.status).toBe('ALERT');
    expect(last?.signals).toContainEqual({ signal, psi: expect.any(Number), status: 'ALERT' });
    expect(await metric()).toBe(ALERT);
  },
  60_000,
);
