import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import { readGitContext } from './gitContext.ts';
import type { Output, Style } from './output.ts';
import type { Format } from './readCommand.ts';
import type { RegistryClient } from './registryClient.ts';

const launch = z.object({ number: z.number(), status: z.string() });

const HISTORY = `query History($ref: ID!) { variant(ref: $ref) { ... on GraphVariant {
  latestApprovedLaunch { number } launches(first: 50) { number status cause author commit createdAt } } } }`;
const history = z.object({
  variant: z
    .object({
      latestApprovedLaunch: z.object({ number: z.number() }).nullable(),
      launches: z.array(
        launch.extend({ cause: z.string(), author: z.string(), commit: z.string().nullable(), createdAt: z.string() }),
      ),
    })
    .nullable(),
});

/** The newest fifty launches of a variant. */
export async function printHistory(client: RegistryClient, ref: GraphRef, { print, paint }: Output): Promise<void> {
  const { variant } = await client.ask(history, HISTORY, { ref: formatGraphRef(ref) });
  if (variant === null) throw unknown(ref);
  for (const { number, status, cause, author, commit, createdAt } of variant.launches) {
    const served = number === variant.latestApprovedLaunch?.number ? paint('green', 'served') : '      ';
    const state =
      status === 'LAUNCH_FAILED' ? paint('red', 'failed') : status === 'LAUNCH_INITIATED' ? 'begun ' : 'done  ';
    print(
      `${String(number).padStart(5)} ${served} ${state} ${createdAt} ${cause.toLowerCase().padEnd(9)} ${author}${commit === null ? '' : ` ${commit.slice(0, 12)}`}`,
    );
  }
}

const ROLLBACK = `mutation Rollback($graph: ID!, $variant: String!, $number: Int!, $git: GitContextInput) {
  graph(id: $graph) { rollback(graphVariant: $variant, number: $number, gitContext: $git) { number status } } }`;

export async function rollback(
  client: RegistryClient,
  ref: GraphRef,
  number: number,
  { print }: Output,
): Promise<void> {
  const variables = { graph: ref.graph, variant: ref.variant, number, git: { committer: readGitContext().committer } };
  const { graph } = await client.ask(z.object({ graph: z.object({ rollback: launch }) }), ROLLBACK, variables);
  print(`${formatGraphRef(ref)} ${graph.rollback.number} serves what launch ${number} did.`);
}

const PROMOTE = `mutation Promote($graph: ID!, $from: String!, $to: String!, $git: GitContextInput) {
  graph(id: $graph) { promote(from: $from, to: $to, gitContext: $git) { number status } } }`;

/** @returns whether it composes there. */
export async function promote(
  client: RegistryClient,
  ref: GraphRef,
  to: string,
  { print, paint }: Output,
): Promise<boolean> {
  const variables = { graph: ref.graph, from: ref.variant, to, git: { committer: readGitContext().committer } };
  const { graph } = await client.ask(z.object({ graph: z.object({ promote: launch }) }), PROMOTE, variables);
  const target = formatGraphRef({ graph: ref.graph, variant: to });
  const { number, status } = graph.promote;
  const composes = status === 'LAUNCH_COMPLETED';
  print(
    composes
      ? `${target} ${number} serves what ${formatGraphRef(ref)} does.`
      : paint('red', `${target} ${number} does not compose; what was served is served on.`),
  );
  return composes;
}

const DIFF = `query Diff($ref: ID!, $from: Int, $to: Int!, $newest: Boolean!) {
  variant(ref: $ref) { ... on GraphVariant {
    latestLaunch @include(if: $newest) { ...Changes }
    launch(number: $to) @skip(if: $newest) { ...Changes }
  } }
}
fragment Changes on Launch {
  number
  changelog(since: $from)
  changes(since: $from) { subgraphs { name change } api { severity code coordinate message } }
}`;
const changed = z.object({
  number: z.number(),
  changelog: z.string(),
  changes: z.object({
    subgraphs: z.array(z.object({ name: z.string(), change: z.string() })),
    api: z.array(z.object({ severity: z.string(), code: z.string(), coordinate: z.string(), message: z.string() })),
  }),
});
const diffAnswer = z.object({
  variant: z.object({ latestLaunch: changed.nullish(), launch: changed.nullish() }).nullable(),
});
const SEVERITIES: Readonly<Record<string, Style>> = { BREAKING: 'red', DANGEROUS: 'yellow', SAFE: 'green' };

/** What changed from a launch to another one; by default by the newest one. */
export async function printDiff(
  client: RegistryClient,
  ref: GraphRef,
  { from, to, format }: { readonly from: number | null; readonly to: number | null; readonly format: Format },
  { print, paint }: Output,
): Promise<void> {
  const variables = { ref: formatGraphRef(ref), from, to: to ?? 0, newest: to === null };
  const { variant } = await client.ask(diffAnswer, DIFF, variables);
  if (variant === null) throw unknown(ref);
  const found = variant.latestLaunch ?? variant.launch;
  if (!found) throw new CodedError('NOT_FOUND', `${formatGraphRef(ref)} has no launch ${to ?? 1}.`);
  const { changelog, changes, number } = found;
  if (format === 'markdown') return print(changelog.trimEnd());
  if (format === 'json') return print(JSON.stringify({ launch: number, since: from, ...changes }, null, 2));
  for (const { name, change } of changes.subgraphs) print(`${change.toLowerCase().padEnd(8)} ${name}`);
  for (const { severity, code, message } of changes.api) {
    print(`${paint(SEVERITIES[severity] ?? 'dim', severity.padEnd(9))} ${code} ${message}`);
  }
  if (changes.api.length === 0) print('Clients see no difference.');
}

function unknown(ref: GraphRef): CodedError {
  return new CodedError('NOT_FOUND', `${formatGraphRef(ref)} does not exist yet: publish something to it first.`);
}
