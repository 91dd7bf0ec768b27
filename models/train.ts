/** `npm run train [-- <subgraph>]`: trains and measures the models of a subgraph, or of all, and writes their folders. */
import { existsSync, readdirSync } from 'node:fs';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { ensureModels, ensurePackages } from './ensureModels.ts';
import { progressBar } from './progressBar.ts';
import { trainAll } from './trainAll.ts';

const subgraphs = new URL('../subgraphs/', import.meta.url);

await runEntrance(async () => {
  const [name] = process.argv.slice(2);
  const trained = readdirSync(subgraphs).filter((folder) => existsSync(scriptOf(folder)));
  if (name !== undefined && !trained.includes(name)) {
    throw new CodedError(
      'CONFIG_INVALID',
      `Expected one of the subgraphs that train a model, ${trained.join(', ')}, or none for all of them; got ${JSON.stringify(name)}.`,
    );
  }
  const onProgress = progressBar(process.stderr);
  await ensureModels({ onProgress });
  await ensurePackages({ onProgress });
  if (name === undefined) return trainAll(trained);
  const { train }: { train: () => Promise<void> } = await import(scriptOf(name).href);
  await train();
});

function scriptOf(name: string): URL {
  return new URL(`${name}/model/train.ts`, subgraphs);
}
