import { expect, test } from 'vitest';
import { runProcess } from '../processes.ts';

/** The parts of the demonstration, each a title and what became of the fields: "came", "null" or "degraded", and what it says. */
function partsOf(output: string): { title: string; fields: Record<string, readonly [state: string, said: string]> }[] {
  return output
    .split(/^\d\. /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const told = lines.flatMap((line) => {
        const [, field, state, said = ''] = /^ {3}(\w+) +(came|null|degraded)(?: +(.*))?$/.exec(line) ?? [];
        return field === undefined || state === undefined ? [] : [[field, [state, said]] as const];
      });
      return { title, fields: Object.fromEntries(told) };
    });
}

test('the demonstration of an outage shows what is lost, what is degraded, and that all comes back', async () => {
  const { code, output } = await runProcess({ entrance: 'scripts/demoOutage.ts' });
  expect(code, output).toBe(0);
  const came = (said?: string) => ['came', said ?? expect.any(String)];
  const parts = partsOf(output);
  expect(parts).toMatchObject([
    {
      title: 'All is well',
      fields: { language: came('en'), sentiment: came(), topic: came(), suggestedReply: came() },
    },
    {
      title: 'topics is killed',
      fields: {
        language: came('en'),
        sentiment: came('NEGATIVE'),
        topic: ['null', 'SUBGRAPH_UNAVAILABLE'],
        suggestedReply: ['degraded', expect.stringMatching(/^Hello,/)],
      },
    },
    {
      title: 'topics is gone, and sentiment is overloaded',
      fields: {
        sentiment: [expect.stringMatching(/^(degraded|null)$/), expect.any(String)],
        topic: ['null', 'SUBGRAPH_UNAVAILABLE'],
        suggestedReply: ['degraded', expect.stringMatching(/^Hello,/)],
      },
    },
    {
      title: expect.stringMatching(/^Both are back, \d+ ms after they were told to$/),
      fields: { language: came('en'), sentiment: came(), topic: came(), suggestedReply: came() },
    },
  ]);
}, 300_000);
