import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type DefinitionNode, Kind, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { products } from '../world/products.ts';
import { ONE_THREAD, pythonSubgraph, pythons } from './python.ts';

const root = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

test('the products of the example are those of the demo world, every third of a shelf held out', () => {
  const lines = read(`${pythonSubgraph}products.jsonl`).trimEnd().split('\n');
  const seen = new Map<string, number>();
  const expected = products.map(({ id, name, description, kind, category }) => {
    const nth = (seen.get(category) ?? 0) + 1;
    seen.set(category, nth);
    return { id, name, description, kind, category, heldOut: nth % 3 === 0 };
  });
  expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
});

test('the schema of the example repeats what AI islands share as the kit has it', () => {
  const shared = (sdl: string): string[] => parse(sdl).definitions.filter(isShared).map(print);
  const own = shared(read(`${pythonSubgraph}schema.graphql`));
  expect(own).toEqual(shared(read('kit/ai.graphql')));
  expect(own).toHaveLength(2);
});

function isShared(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return true;
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'ModelVersion';
}

describe.skipIf(pythons.length === 0)('in Python', () => {
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, ['-B', ...args], {
      cwd: new URL(pythonSubgraph, root),
      encoding: 'utf8',
      env: { ...process.env, ...ONE_THREAD },
    });

  test.for(pythons.map(({ program }) => program))('its own tests pass with %s', (program) => {
    const { status, stderr } = run(program, '-m', 'unittest');
    expect(stderr).toMatch(/^OK$/m);
    expect(status).toBe(0);
  });

  const figures = 'the figures of its page are those that $program measures';
  test.for(pythons)(figures, { timeout: 120_000 }, ({ program, hasScikitLearn }) => {
    const measured = run(program, 'evaluate.py').stdout.trimEnd().split('\n');
    expect(measured).toHaveLength(hasScikitLearn ? 4 : 2);
    for (const figure of measured) expect(read(`${pythonSubgraph}README.md`)).toContain(`${figure}\n`);
  });
});
