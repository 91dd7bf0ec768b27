import { z } from 'zod';
import { CodedError } from '../kit/errors.ts';
import { type Manifest, readManifest } from '../kit/model/folder/manifest.ts';
import { readSdl } from '../kit/schema.ts';
import { defaultPort, type SubgraphEntry, subgraphs } from '../subgraphs/index.ts';
import type { ServiceSdl } from './compose.ts';

/** Every island of the one list, or of another, with its SDL: read from its folder, or asked of its URL. */
export function readServices(entries: Readonly<Record<string, SubgraphEntry>> = subgraphs): Promise<ServiceSdl[]> {
  return Promise.all(Object.entries(entries).map(([name, entry]) => readService(name, entry)));
}

/** An island as it is published: its schema, and the manifests of its models. */
export interface Publication extends ServiceSdl {
  readonly models: readonly Manifest[];
}

/** Every island of the one list whose code is here, as it is published. */
export async function readPublications(): Promise<Publication[]> {
  const publications = Object.entries(subgraphs).map(async ([name, entry]): Promise<Publication[]> => {
    if (!(entry instanceof Function)) return [];
    const { default: definition } = await entry();
    const manifests = Object.values(definition.models ?? {}).map(({ folder }) => readManifest(folder));
    const models = (await Promise.all(manifests)).map(({ manifest }) => manifest);
    return [{ ...(await readService(name, entry)), models }];
  });
  return (await Promise.all(publications)).flat();
}

async function readService(name: string, entry: SubgraphEntry): Promise<ServiceSdl> {
  if (!(entry instanceof Function)) return { name, url: entry.url, sdl: await fetchSdl(name, entry.url) };
  const { default: definition } = await entry();
  if (definition.name !== name) {
    throw new CodedError(
      'COMPOSITION_FAILED',
      `subgraphs/index.ts calls this island ${name}, its own definition ${definition.name}. Give both one name.`,
    );
  }
  return { name, url: `http://127.0.0.1:${defaultPort(name)}/graphql`, sdl: readSdl(definition) };
}

const serviceAnswer = z.object({ data: z.object({ _service: z.object({ sdl: z.string() }) }) });

async function fetchSdl(name: string, url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      signal: AbortSignal.timeout(10_000),
    });
    return serviceAnswer.parse(await response.json()).data._service.sdl;
  } catch (error) {
    throw new CodedError(
      'COMPOSITION_FAILED',
      `The subgraph ${name} was asked for its SDL ({ _service { sdl } }) at ${url} and gave none: ${error instanceof Error ? error.message : error}. Start it, or mend its URL in subgraphs/index.ts.`,
      { cause: error },
    );
  }
}
