import { describe, expect, test } from 'vitest';
import type { Graph } from '../../graph.ts';
import { readMetric } from '../../readMetric.ts';

const MODELS = `{
  models {
    sentiment {
      name fallback instance
      versions {
        version traffic ready latency { p50Ms p99Ms } batchSize queue
        drift { status samples signals { signal psi status } }
        quality { metric value n low high }
        liveQuality { answers accuracy low high calibrationError }
      }
    }
  }
}`;

interface Report {
  readonly name: string;
  readonly versions: readonly { version: string; batchSize: number; latency: { p50Ms: number; p99Ms: number } }[];
}

interface Answer {
  readonly label: 'POSITIVE' | 'NEGATIVE';
  readonly predictionId: string;
  readonly degraded: boolean;
  readonly model: { readonly name: string };
}

/** Another model's name in the signed part, under the old signature. */
function altered(id: string): string {
  const [form, payload = '', signature] = id.split('.');
  const content = Buffer.from(payload, 'base64url').toString().replace('sentiment-minilm', 'sentiment-better');
  return [form, Buffer.from(content).toString('base64url'), signature].join('.');
}

/** What the models did and how well shows in the graph; nobody may have asked anything before. */
export function tellsOfItsModels(graph: () => Graph): void {
  describe('its models', () => {
    async function models(): Promise<readonly Report[]> {
      const { data, errors } = await graph().ask(MODELS);
      expect(errors).toBeUndefined();
      return (data as { models: { sentiment: Report[] } }).models.sentiment;
    }

    async function analyze(...texts: string[]): Promise<readonly Answer[]> {
      const { data, errors } = await graph().ask(
        `query ($texts: [String!]!) { analyzeSentiment(texts: $texts) { label predictionId degraded model { name } } }`,
        { texts },
      );
      expect(errors).toBeUndefined();
      return (data as { analyzeSentiment: Answer[] }).analyzeSentiment;
    }

    const tell = (predictionId: string, label: string) =>
      graph().ask(
        `mutation ($id: ID!, $label: SentimentLabel!) { sentimentFeedback(predictionId: $id, label: $label) { counted } }`,
        { id: predictionId, label },
      );

    test('before anybody asks, the models are there with what was measured before their release', async () => {
      const quality = expect.arrayContaining([
        { metric: 'accuracy', value: expect.any(Number), n: 2_972, low: expect.any(Number), high: expect.any(Number) },
        // A figure without an interval.
        { metric: 'log loss', value: expect.any(Number), n: 2_972, low: null, high: null },
      ]);
      const version = {
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        traffic: 1,
        ready: true,
        latency: null,
        batchSize: null,
        queue: 0,
        drift: { status: 'INSUFFICIENT_SAMPLES', samples: 0, signals: [] },
        quality,
        liveQuality: null,
      };
      const onMessages = expect.arrayContaining([
        { metric: 'accuracy', value: expect.any(Number), n: 240, low: expect.any(Number), high: expect.any(Number) },
      ]);
      const drift = { status: 'NO_BASELINE', samples: 0, signals: [] };
      const undrifting = { ...version, drift, quality: expect.any(Array) };
      const instance = expect.stringMatching(/^.+\/\d+$/);
      expect(await models()).toEqual([
        { name: 'sentiment-minilm', fallback: false, instance, versions: [version] },
        { name: 'sentiment-words', fallback: true, instance, versions: [version] },
        { name: 'sentiment-id', fallback: false, instance, versions: [{ ...version, quality: onMessages }] },
        { name: 'sentiment-id-words', fallback: true, instance, versions: [{ ...version, quality: onMessages }] },
        { name: 'sentiment-aspects', fallback: false, instance, versions: [undrifting] },
      ]);
    });

    test('what they did shows: latency, batches, and no drift before there are 500 texts', async () => {
      const answers = await analyze('Lovely kettle.', 'It broke at once.', 'Fits well and looks nice.');
      for (const answer of answers)
        expect(answer).toMatchObject({ degraded: false, model: { name: 'sentiment-minilm' } });
      const [minilm, words] = await models();
      expect(minilm?.versions).toMatchObject([
        { queue: 0, ready: true, drift: { status: 'INSUFFICIENT_SAMPLES', samples: 3, signals: [] } },
      ]);
      const [{ batchSize = 0, latency = null } = {}] = minilm?.versions ?? [];
      expect(batchSize).toBeGreaterThanOrEqual(1);
      expect(batchSize).toBeLessThanOrEqual(3);
      expect(latency?.p50Ms).toBeGreaterThan(0);
      expect(latency?.p99Ms).toBeGreaterThanOrEqual(latency?.p50Ms ?? Number.NaN);
      expect(words?.versions).toMatchObject([{ latency: null, batchSize: null }]);
    });

    test('what the label should have been is counted once, and is seen in the graph and at /metrics', async () => {
      const answers = await analyze('I love it.', 'I hate it.', 'Works great, very happy.', 'What a waste of money.');
      const [first, ...others] = answers;
      if (first === undefined) throw new TypeError('no answer');
      const wrong = first.label === 'POSITIVE' ? 'NEGATIVE' : 'POSITIVE';
      expect(await tell(first.predictionId, wrong)).toEqual({ data: { sentimentFeedback: { counted: true } } });
      for (const label of [wrong, first.label]) {
        expect(await tell(first.predictionId, label)).toEqual({ data: { sentimentFeedback: { counted: false } } });
      }
      for (const { predictionId, label } of others) {
        expect(await tell(predictionId, label)).toEqual({ data: { sentimentFeedback: { counted: true } } });
      }

      // Asked anew, the same text has an id of its own, and is the same text.
      const [again] = await analyze('I love it.');
      expect(await tell(again?.predictionId ?? '', wrong)).toEqual({ data: { sentimentFeedback: { counted: false } } });

      const [minilm, words] = await models();
      const [{ version = '' } = {}] = minilm?.versions ?? [];
      // By Wilson: 3 of 4.
      const interval = { low: expect.closeTo(0.3006, 4), high: expect.closeTo(0.9544, 4) };
      expect(minilm?.versions).toMatchObject([
        { liveQuality: { answers: 4, accuracy: 0.75, ...interval, calibrationError: expect.any(Number) } },
      ]);
      expect(words?.versions).toMatchObject([{ liveQuality: null }]);
      const labels = `{model="sentiment-minilm",version="${version}"}`;
      expect(await readMetric(graph().url, `archipelago_model_live_accuracy${labels}`)).toBe(0.75);
      expect(await readMetric(graph().url, `archipelago_model_live_answers${labels}`)).toBe(4);
    });

    test.each<[title: string, forge: (id: string) => string, message: string]>([
      [
        'forged',
        () => `v1.${'a'.repeat(150)}.${'b'.repeat(43)}`,
        'this one was not signed here. Send it back as it came.',
      ],
      ['altered', altered, 'this one was not signed here. Send it back as it came.'],
      ['cut', (id) => id.slice(0, -1), 'has another form. Send it back as it came.'],
      ['empty', () => '', 'this one, of 0, has another form. Send it back as it came.'],
      [
        'of 900 kB',
        () => 'v1.'.padEnd(900_000, 'a'),
        'this one, of 900000, has another form. Send it back as it came.',
      ],
    ])('an id that is %s is refused and counts nothing', async (_, forge, message) => {
      const [answer] = await analyze('Neither good nor bad.');
      const before = (await models()).map(({ versions }) => versions);
      const { data, errors } = await tell(forge(answer?.predictionId ?? ''), 'POSITIVE');
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { path: ['sentimentFeedback'], extensions: { code: 'BAD_USER_INPUT', argument: 'predictionId' } },
      ]);
      expect(errors?.[0]?.message).toContain(message);
      expect((await models()).map(({ versions }) => versions)).toMatchObject(
        before.map((versions) => versions.map((one) => ({ liveQuality: Reflect.get(one, 'liveQuality') }))),
      );
    });

    test('a label that there is not is refused', async () => {
      const [answer] = await analyze('Neither good nor bad.');
      const { errors } = await tell(answer?.predictionId ?? '', 'NEUTRAL');
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });
  });
}
