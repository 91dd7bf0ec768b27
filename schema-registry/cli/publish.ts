import { z } from 'zod';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import { readGitContext } from './gitContext.ts';
import type { Output } from './output.ts';
import type { RegistryClient } from './registryClient.ts';
import type { SubgraphFile } from './subgraphFiles.ts';

const PUBLISH = `mutation Publish($graph: ID!, $variant: String!, $subgraphs: [PublishSubgraphInput!]!, $git: GitContextInput) {
  graph(id: $graph) {
    publishSubgraphs(graphVariant: $variant, subgraphInputs: $subgraphs, gitContext: $git) {
      updatedGateway
      errors { message code locations { subgraphName line } }
      launch { number status }
    }
  }
}`;

const answer = z.object({
  graph: z.object({
    publishSubgraphs: z.object({
      updatedGateway: z.boolean(),
      errors: z.array(
        z.object({
          message: z.string(),
          code: z.string().nullable(),
          locations: z.array(z.object({ subgraphName: z.string(), line: z.number() })),
        }),
      ),
      launch: z.object({ number: z.number(), status: z.string() }),
    }),
  }),
});

/** Publishes schemas as one change. @returns whether they compose. */
export async function publish(
  client: RegistryClient,
  { graph, variant }: GraphRef,
  subgraphs: readonly SubgraphFile[],
  output: Output,
): Promise<boolean> {
  const { graph: published } = await client.ask(answer, PUBLISH, {
    graph,
    variant,
    subgraphs: subgraphs.map(({ name, url, sdl, models }) => ({ name, url, models, activePartialSchema: { sdl } })),
    git: readGitContext(),
  });
  const { updatedGateway, errors, launch } = published.publishSubgraphs;
  const ref = formatGraphRef({ graph, variant });
  if (errors.length > 0) {
    output.print(output.paint('red', `${ref} ${launch.number} does not compose; what was served is served on.`));
    for (const { message, code, locations } of errors) {
      const places = locations.map(({ subgraphName, line }) => `\n    at ${subgraphName}:${line}`).join('');
      output.print(`  ${message}${code === null ? '' : ` (${code})`}${places}`);
    }
    return false;
  }
  output.print(
    updatedGateway
      ? output.paint('green', `${ref} ${launch.number} is served.`)
      : `Nothing changed: ${ref} ${launch.number} is what was published.`,
  );
  return true;
}
