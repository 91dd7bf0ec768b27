import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { TAG_LABELS } from '../tagLabels.ts';
import { readTrainingPictures } from './trainingPictures.ts';

const readEval = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`eval/${name}.json`, import.meta.url), 'utf8'));
const pictures = await readTrainingPictures();

test('nothing is learned from a picture that is held out', () => {
  const excluded = new Set(z.object({ excluded: z.array(z.string()) }).parse(readEval('split')).excluded);
  expect(pictures.filter(({ name }) => excluded.has(name))).toEqual([]);
});

test('each picture is there once, and says nothing twice', () => {
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
  for (const { tags, doubtful } of pictures)
    expect(new Set([...tags, ...doubtful]).size).toBe(tags.length + doubtful.length);
});

test('fruit, vegetables and sweets are food, and the tags are those of the vocabulary', () => {
  for (const { tags } of pictures) {
    if (tags.some((tag) => ['FRUIT', 'VEGETABLE', 'SWEETS'].includes(tag))) expect(tags).toContain('FOOD');
  }
  expect([...TAG_LABELS]).toEqual(Object.keys(z.record(z.string(), z.string()).parse(readEval('vocabulary'))));
});
