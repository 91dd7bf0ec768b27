import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Graph } from '../../graph.ts';
import { runProcess } from '../../processes.ts';

/** A second start is told who is in its way. */
export function leavesTheHolderAlone(graph: () => Graph): void {
  test('a taken port and a locked database folder are told by name, and leave the holder alone', async () => {
    const holder = graph();
    const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
    const start = (env: Record<string, string>) =>
      runProcess({ entrance: 'all-in-one.ts', env: { PORT: '0', ARCHIPELAGO_DATA: folder, ...env } });
    try {
      const taken = await start({ PORT: new URL(holder.url).port });
      expect(taken.code).toBe(1);
      expect(taken.output).toMatch(/PORT_TAKEN: Port \d+ on 127\.0\.0\.1 is taken/);
      const locked = await start({ ARCHIPELAGO_DATA: holder.data });
      expect(locked.code).toBe(1);
      expect(locked.output).toMatch(/DATABASE_LOCKED: The embedded database is open in process \d+/);
      expect(await holder.ask('{ products(first: 1) { nodes { id } } }')).toMatchObject({
        data: { products: { nodes: [{}] } },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
}
