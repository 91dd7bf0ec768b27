import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { composeTestGraph, testSdl } from '../testGraph.ts';
import { startTestRouter } from '../testRouter.ts';

const CONNECTIONS = 10;
/** Until V8 has compiled what swapping needs; after that 600 swaps add less than 1 MB. */
const WARM_UP = 100;
const SWAPS = 100;
const MEGABYTE = 1_048_576;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that live objects of this process take. */
async function heap(): Promise<number> {
  // What a finalizer lets go of is collected by the next turn.
  for (let turn = 0; turn < 3; turn++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

test(`${SWAPS} supergraphs take over under load: no request fails and the heap does not grow`, {
  timeout: 180_000,
}, async () => {
  const supergraph = composeTestGraph(testSdl);
  const router = await startTestRouter({ supergraph });
  onTestFinished(() => router.close());

  const wanted = { data: { things: [{ name: 'lamp', mood: 'bright' }] } };
  let answers = 0;
  let swapped = 0;

  /** Swaps while ten connections ask, and says what is left on the heap when they are done. */
  const swapUnderLoad = async (swaps: number): Promise<number> => {
    let asking = true;
    const load = Array.from({ length: CONNECTIONS }, async () => {
      while (asking) {
        const response = await router.post({ query: '{ things(first: 1) { name mood } }' });
        expect(response.status).toBe(200);
        expect(await response.json()).toEqual(wanted);
        answers += 1;
      }
    });
    for (let swap = 0; swap < swaps; swap++) {
      swapped += 1;
      await router.update(supergraph.replace('http://mood.test/', `http://mood-${swapped}.test/`));
    }
    asking = false;
    await Promise.all(load);
    return heap();
  };

  const before = await swapUnderLoad(WARM_UP);
  const after = await swapUnderLoad(SWAPS);
  expect(answers).toBeGreaterThan(SWAPS);
  expect(after - before).toBeLessThan(2 * MEGABYTE);
});
