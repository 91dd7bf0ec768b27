/** `npm run train -- <subgraph>`: trains and measures a subgraph's model and writes its model folder. */
import { existsSync } from 'node:fs';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { ensureModels, ensurePackages } from './ensureModels.ts';
import { progressBar } from './progressBar.ts';

await runEntrance(async () => {
  const [name = ''] = process.argv.slice(2);
  const script = new URL(`../subgraphs/${name}/model/train.ts`, import.meta.url);
  if (!/^[a-z][a-z0-9]*$/.test(name) || !existsSync(script)) {
    throw new CodedError(
      'CONFIG_INVALID',
      `Expected the name of a subgraph with a model/train.ts, such as \`npm run train -- sentiment\`; got ${JSON.stringify(name)}.`,
    );
  }
  const onProgress = progressBar(process.stderr);
  await ensureModels({ onProgress });
  await ensurePackages({ onProgress });
  const { train }: { train: () => Promise<void> } = await import(script.href);
  await train();
});
