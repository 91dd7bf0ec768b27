/** `npm run compose`: writes supergraph.graphql from the one list; with --check, fails when the committed one is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { composeSupergraph } from './compose.ts';
import { readServices } from './services.ts';

const file = new URL('./supergraph.graphql', import.meta.url);

await runEntrance(async () => {
  const sdl = composeSupergraph(await readServices());
  if (!process.argv.includes('--check')) {
    writeFileSync(file, sdl);
    console.log('wrote supergraph/supergraph.graphql');
  } else if (readFileSync(file, 'utf8') !== sdl) {
    throw new CodedError('COMPOSITION_FAILED', 'supergraph/supergraph.graphql is stale. Run: npm run compose');
  }
});
