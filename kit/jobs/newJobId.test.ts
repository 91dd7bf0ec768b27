import { expect, test } from 'vitest';
import { jobIdsFrom, newJobId } from './newJobId.ts';

test('ids are UUIDs of version 7, and each is greater than the one before, however many come in a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newJobId);
  for (const id of ids) expect(id).toMatch(/^job-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the ids of a moment are greater than those of any before it', () => {
  const before = newJobId();
  expect(before < jobIdsFrom(Date.now() + 60_000)).toBe(true);
  expect(before > jobIdsFrom(Date.now() - 60_000)).toBe(true);
});
