import { expect, test } from 'vitest';
import { judgeAspects } from './aspectModel.ts';

const late = { aspect: 'DELIVERY', probability: 0.9, part: 'it came late', threshold: 0.6 } as const;

test('the label of an aspect is that of its part and of the text together', () => {
  expect(judgeAspects([late], 0.5, new Map([['it came late', -0.9]]))).toEqual([
    { aspect: 'DELIVERY', label: 'NEGATIVE', confidence: expect.closeTo(0.9 * 0.715, 2) },
  ]);
});

test('a text of one part has no other score than its own', () => {
  expect(judgeAspects([late], -0.8, new Map())).toEqual([
    { aspect: 'DELIVERY', label: 'NEGATIVE', confidence: expect.closeTo(0.9 * 0.9, 5) },
  ]);
});

test('what is not sure enough is not told', () => {
  expect(judgeAspects([late], 0.1, new Map([['it came late', -0.2]]))).toEqual([]);
});
