import { expect, test } from 'vitest';
import type { Check } from './check.ts';
import { isConformant, reportOutcome, summarise } from './report.ts';

const check: Check = { id: 'http.post', rule: 'It answers.', advice: 'Answer.', run: async () => {} };
const failed = { check, status: 'fail', expected: 'status 200', came: 'status 500' } as const;
const passed = { check, status: 'pass' } as const;
const skipped = { check, status: 'skip', reason: 'nothing is there' } as const;

test('a line a check, and what to do where it failed', () => {
  expect(reportOutcome(passed)).toBe('pass  http.post              It answers.');
  expect(reportOutcome(skipped)).toBe('skip  http.post              nothing is there.');
  expect(reportOutcome(failed)).toBe(
    [
      'FAIL  http.post              It answers.',
      '        expected  status 200',
      '        came      status 500',
      '        do        Answer.',
    ].join('\n'),
  );
});

test('only what failed speaks against it', () => {
  expect(summarise([passed, failed, skipped, passed])).toMatch(/^2 passed, 1 failed, 1 skipped\./);
  expect([isConformant([passed, skipped]), isConformant([passed, failed])]).toEqual([true, false]);
});
