import { readFileSync } from 'node:fs';
import { CodedError } from '../../kit/errors.ts';
import { readPublications } from '../../supergraph/services.ts';
import type { Published } from './readCommand.ts';

/** A subgraph as it is published or checked. */
export interface SubgraphFile {
  readonly name: string;
  readonly url: string | null;
  readonly sdl: string;
  /** The manifests of its models; null for a subgraph that is not of the list. */
  readonly models: readonly unknown[] | null;
}

/** @throws CodedError `CONFIG_INVALID` for an island that is none, or a file that cannot be read. */
export async function readSubgraphs(what: Published): Promise<SubgraphFile[]> {
  if ('islands' in what) {
    const all = await readPublications();
    const unknown = what.islands.filter((name) => !all.some((island) => island.name === name));
    if (unknown.length > 0) {
      const names = all.map(({ name }) => name).join(', ');
      throw new CodedError('CONFIG_INVALID', `Expected islands of the list, ${names}; got ${unknown.join(', ')}.`);
    }
    return what.islands.length === 0 ? all : all.filter(({ name }) => what.islands.includes(name));
  }
  const { name, file, url } = what;
  try {
    return [{ name, url, sdl: readFileSync(file, 'utf8'), models: null }];
  } catch (cause) {
    throw new CodedError('CONFIG_INVALID', `Expected the schema of ${name} in ${file}, which cannot be read.`, {
      cause,
    });
  }
}
