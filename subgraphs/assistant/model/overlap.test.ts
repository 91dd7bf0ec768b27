import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { LANGUAGES } from '../text/language.ts';
import { readQuestions } from './questions.ts';

test.each(LANGUAGES)(
  'no held-out question of language %s stands among those learned from, word for word or nearly',
  async (language) => {
    const held = await Promise.all(
      ['questions', 'unanswerable'].map(async (name) => {
        const text = await readFile(new URL(`eval/${name}.${language}.jsonl`, import.meta.url), 'utf8');
        return readLines(text, z.object({ text: z.string() }));
      }),
    );
    const learned = (await readQuestions(language)).map(({ text }) => text);
    expect(learned.length).toBeGreaterThan(800);
    // Counted only: nobody who trains is to read them.
    expect(
      findOverlaps(
        held.flat().map(({ text }) => text),
        learned,
      ).length,
    ).toBe(0);
  },
);
