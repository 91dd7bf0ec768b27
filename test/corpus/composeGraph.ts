import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Graph, sdlOf } from './graph.ts';

export function composeGraph(graph: Graph): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdlOf(graph)).map(([name, sdl]) => ({ name, url: `http://${name}.test`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(`${graph.name} does not compose:\n${errors?.map(({ message }) => message).join('\n')}`);
}
