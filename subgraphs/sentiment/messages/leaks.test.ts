import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { LANGUAGES } from '../languages.ts';
import { readMessages } from './readMessages.ts';
import { testMessage, testQuestion, testSet } from './testMessages.ts';

test.each(LANGUAGES)(
  'no held-out text in %s stands among those to learn from, word for word or nearly',
  async (language) => {
    const known = (await readMessages(language)).map(({ text }) => text);
    const messages = readLines(await readFile(testSet('messages', language), 'utf8'), testMessage);
    const questions = readLines(await readFile(testSet('neutral', language), 'utf8'), testQuestion);
    expect([messages.length, questions.length]).toEqual([240, 40]);
    const heldOut = [...messages, ...questions].map(({ text }) => text);
    expect(findOverlaps(known, heldOut).map(({ text }) => text)).toEqual([]);
  },
);
