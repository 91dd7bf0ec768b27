import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';
import type { GraphRef } from '../graphRef.ts';
import { CHECK_FIELDS, type CheckAnswer, checkAnswer } from './checkAnswer.ts';
import { checksAsMarkdown, printCheck } from './describeCheck.ts';
import { readGitContext } from './gitContext.ts';
import type { Output } from './output.ts';
import type { Format } from './readCommand.ts';
import type { RegistryClient } from './registryClient.ts';
import type { SubgraphFile } from './subgraphFiles.ts';

const SUBMIT = `mutation Check($graph: ID!, $variant: String!, $input: SubgraphCheckAsyncInput!) {
  graph(id: $graph) { variant(name: $variant) { submitSubgraphCheckAsync(input: $input) {
    ... on CheckRequestSuccess { workflowID }
    ... on InvalidInputError { message }
    ... on PermissionError { message }
  } } }
}`;
const submitted = z.object({
  graph: z.object({
    variant: z
      .object({
        submitSubgraphCheckAsync: z.object({ workflowID: z.string().optional(), message: z.string().optional() }),
      })
      .nullable(),
  }),
});

const READ = `query Check($graph: ID!, $id: ID!) { graph(id: $graph) { checkWorkflow(id: $id) {${CHECK_FIELDS}} } }`;
const read = z.object({ graph: z.object({ checkWorkflow: checkAnswer }) });

/** Checks schemas, each by itself, and tells what was found. @returns whether all of them may be published. */
export async function check(
  client: RegistryClient,
  ref: GraphRef,
  subgraphs: readonly SubgraphFile[],
  format: Format,
  output: Output,
): Promise<boolean> {
  const checks: CheckAnswer[] = [];
  for (const subgraph of subgraphs) {
    const checked = await checkOne(client, ref, subgraph);
    checks.push(checked);
    if (format === 'text') printCheck(checked, output);
  }
  if (format === 'markdown') output.print(checksAsMarkdown(checks).trimEnd());
  if (format === 'json') output.print(JSON.stringify(checks, null, 2));
  return checks.every(({ status }) => status === 'PASSED');
}

async function checkOne(
  client: RegistryClient,
  { graph, variant }: GraphRef,
  { name, sdl, models }: SubgraphFile,
): Promise<CheckAnswer> {
  const input = {
    subgraphName: name,
    proposedSchema: sdl,
    models,
    config: {},
    gitContext: readGitContext(),
    isSandbox: false,
  };
  const { graph: mine } = await client.ask(submitted, SUBMIT, { graph, variant, input });
  const { workflowID: id, message } = mine.variant?.submitSubgraphCheckAsync ?? {};
  if (id === undefined) {
    throw new CodedError(
      'BAD_USER_INPUT',
      message ?? `${graph}@${variant} does not exist yet: publish something to it first.`,
    );
  }
  return (await client.ask(read, READ, { graph, id })).graph.checkWorkflow;
}
