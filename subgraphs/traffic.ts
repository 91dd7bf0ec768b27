/**
 * `npm run traffic -- NAME [VERSION=WEIGHT … | back]`: shows, changes or takes back which versions of an island's model are
 * served. Running processes that see the file follow it within a second; nothing restarts.
 */
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { readManifest, VERSION_PATTERN } from '../kit/model/folder/manifest.ts';
import { checkVersion } from '../kit/model/versions/checkVersion.ts';
import { readTraffic, type Traffic, versionFolder, writeTraffic } from '../kit/model/versions/traffic.ts';
import { subgraphs } from './index.ts';

const USAGE = 'Expected `npm run traffic -- sentiment`, `… sentiment 1.0.0=95 1.1.0=5` or `… sentiment back`';

await runEntrance(async () => {
  const [name = '', ...change] = process.argv.slice(2);
  const folder = await modelFolder(name);
  const { manifest } = await readManifest(folder);
  const before = await readTraffic(folder);
  const weights = before?.weights ?? { [manifest.version]: 1 };
  if (change.length > 0) {
    const after = change[0] === 'back' && change.length === 1 ? back(before) : change.map(readWeight);
    const traffic = { weights: Object.fromEntries(after), previous: weights };
    for (const version of Object.keys(traffic.weights))
      await checkVersion(versionFolder(folder, manifest.version, version));
    await writeTraffic(folder, traffic);
    return print(manifest.name, traffic.weights);
  }
  print(manifest.name, weights);
});

/** NAME is `island/model`, or an island: its only model, or the one of its own name. */
async function modelFolder(name: string): Promise<URL> {
  const [island = '', chosen] = name.split('/');
  const entry = Object.hasOwn(subgraphs, island) ? subgraphs[island] : undefined;
  const models = entry instanceof Function ? ((await entry()).default.models ?? {}) : {};
  const names = Object.keys(models);
  const model = chosen ?? (names.length === 1 ? names[0] : island);
  const definition = model === undefined || !Object.hasOwn(models, model) ? undefined : models[model];
  if (definition) return definition.folder;
  const known =
    names.length > 0 ? `, with one of its models: ${names.map((one) => `${island}/${one}`).join(', ')}` : '';
  throw new CodedError(
    'CONFIG_INVALID',
    `${USAGE}, with the name of an AI island${known}; got ${JSON.stringify(name)}.`,
  );
}

function back(traffic: Traffic | null): [string, number][] {
  if (traffic?.previous) return Object.entries(traffic.previous);
  throw new CodedError('CONFIG_INVALID', 'There is nothing to go back to: the versions were not changed yet.');
}

function readWeight(text: string): [string, number] {
  const [version = '', weight = ''] = text.split('=');
  if (VERSION_PATTERN.test(version) && /^\d+(\.\d+)?$/.test(weight)) return [version, Number(weight)];
  throw new CodedError('CONFIG_INVALID', `${USAGE}; got ${JSON.stringify(text)}.`);
}

function print(model: string, weights: Traffic['weights']): void {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [version, weight] of Object.entries(weights)) {
    console.log(`${model} ${version}: ${((100 * weight) / total).toFixed(1)}% of the predictions`);
  }
}
