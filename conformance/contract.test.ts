import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checks } from './checks.ts';

test('docs/conformance.md lists every check with its rule, in order, and no other', () => {
  const page = readFileSync(new URL('../docs/conformance.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+\.\w+)` \| (.+) \|$/gm)].map(([, id, rule]) => ({ id, rule }));
  expect(rows).toEqual(checks.map(({ id, rule }) => ({ id, rule })));
});

test('a check needs only checks that are made before it', () => {
  const made = new Set<string>();
  for (const { id, needs = [] } of checks) {
    expect(needs.filter((need) => !made.has(need))).toEqual([]);
    made.add(id);
  }
  expect(made.size).toBe(checks.length);
});
