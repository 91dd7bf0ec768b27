import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FEATURES, formatHead, judge, parseHead, tell, toFeatures, toMatrix } from './head.ts';
import { TAG_LABELS } from './tagLabels.ts';

const json = await readFile(new URL('model/head.json', import.meta.url), 'utf8');
const head = parseHead(json);

test('a head that is read and written again has the same bytes', () => {
  expect(formatHead(head)).toBe(json);
});

test('features have length 1, and of no picture none is negative', () => {
  const features = toFeatures(Float32Array.of(4, 0, -1, 9));
  expect([...features].map((value) => Number(value.toFixed(4)))).toEqual([0.5547, 0, 0, 0.8321]);
  expect([...toFeatures(new Float32Array(3))]).toEqual([0, 0, 0]);
});

test('a weight is kept to half a step of a byte', () => {
  const { step, rows } = toMatrix([Float64Array.of(-1, 0.5, 0.301)]);
  expect([...(rows[0] ?? [])].map((value) => value * step)).toEqual([
    expect.closeTo(-1, 2),
    expect.closeTo(0.5, 2),
    expect.closeTo(0.301, 2),
  ]);
});

test('a tag is told from its score on, the surest first, and one without such a score never', () => {
  const scores = new Float64Array(TAG_LABELS.length).fill(0.1);
  scores[0] = 0.6;
  scores[1] = 0.9;
  const tellFrom = TAG_LABELS.map((_, place) => (place === 2 ? null : 0.5));
  const told = tell({ tellFrom, calibration: { slope: 4, offset: -2 } }, scores);
  expect(told.map(({ label }) => label)).toEqual([TAG_LABELS[1], TAG_LABELS[0]]);
  expect(told[0]?.confidence).toBeCloseTo(1 / (1 + Math.exp(-1.6)));
  scores[2] = 9;
  expect(tell({ tellFrom, calibration: { slope: 4, offset: -2 } }, scores)).toHaveLength(2);
});

test('what may be indecent is for a person to look at', () => {
  const features = new Float32Array(FEATURES).fill(1);
  const decide = (...classes: number[]) =>
    judge(head, { classes: Float32Array.from(classes), features }).moderation?.decision;
  expect(decide(0.1, 0, 0.9, 0, 0)).toBe('CLEAR');
  expect(decide(0.1, 0.05, 0.75, 0.05, 0.05)).toBe('REVIEW');
});
