import { expect, test } from 'vitest';
import { chooseVersion } from './chooseVersion.ts';

const KEYS = Array.from({ length: 20_000 }, (_, index) => `subject ${index}`);

function shares(weights: Readonly<Record<string, number>>): Map<string, string> {
  const versions = Object.entries(weights).map(([version, weight]) => ({ version, weight }));
  return new Map(KEYS.map((key) => [key, chooseVersion(versions, key).version]));
}

const shareOf = (chosen: Map<string, string>, version: string) =>
  [...chosen.values()].filter((one) => one === version).length / KEYS.length;

test('each version gets its share of the keys, within chance', () => {
  const chosen = shares({ '1.0.0': 70, '1.1.0': 25, '2.0.0': 5, '3.0.0': 0 });
  // Four standard deviations of a share among 20,000 keys are at most 0.013.
  expect(Math.abs(shareOf(chosen, '1.0.0') - 0.7)).toBeLessThan(0.013);
  expect(Math.abs(shareOf(chosen, '1.1.0') - 0.25)).toBeLessThan(0.013);
  expect(Math.abs(shareOf(chosen, '2.0.0') - 0.05)).toBeLessThan(0.013);
  expect(shareOf(chosen, '3.0.0')).toBe(0);
});

test('a change of weights moves only the keys that it must', () => {
  const before = shares({ '1.0.0': 90, '1.1.0': 10 });
  const after = shares({ '1.0.0': 80, '1.1.0': 20 });
  const moved = KEYS.filter((key) => before.get(key) !== after.get(key));
  expect(moved.every((key) => after.get(key) === '1.1.0')).toBe(true);
  expect(moved.length / KEYS.length).toBeLessThan(0.115);
});

test('the same key has the same version, whatever the order of the versions', () => {
  const versions = [
    { version: '1.0.0', weight: 1 },
    { version: '1.1.0', weight: 1 },
  ];
  for (const key of KEYS.slice(0, 100)) {
    expect(chooseVersion(versions, key)).toBe(chooseVersion(versions.toReversed(), key));
  }
});

test('of none there is nothing to choose', () => {
  expect(() => chooseVersion([], 'key')).toThrow('There is no version to choose from.');
});
