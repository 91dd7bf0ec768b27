import { formatGraphRef } from '../graphRef.ts';
import type { Launch } from '../store/launch.ts';
import type { LaunchChanges } from './changelog.ts';

const CAUSES = {
  PUBLISH: 'Published',
  DELETE: 'Deleted',
  PROMOTION: 'Promoted',
  ROLLBACK: 'Rolled back',
} as const;
const HEADINGS = { BREAKING: 'Breaking', DANGEROUS: 'To be looked at', SAFE: 'Others' } as const;

/** The entry of a launch in a changelog, as Markdown. */
export function describeChanges(launch: Launch, { subgraphs, api }: LaunchChanges): string {
  const { number, cause, origin, author, commit, createdAt, outcome } = launch;
  const from = origin ? ` from ${origin.variant} ${origin.number}` : '';
  const at = commit === null ? '' : ` at ${plain(commit)}`;
  const lines = [
    `## ${formatGraphRef(launch)} ${number}`,
    '',
    `${CAUSES[cause]}${from} by ${plain(author)}${at}, ${createdAt.toISOString()}.`,
  ];
  for (const { name, change } of subgraphs) lines.push(`- ${change.toLowerCase()}: \`${name}\``);
  if (outcome.status === 'FAILED') {
    lines.push(
      '',
      `It does not compose, and is not served:`,
      ...outcome.faults.map(({ message }) => `- ${plain(message)}`),
    );
  }
  for (const severity of ['BREAKING', 'DANGEROUS', 'SAFE'] as const) {
    const changes = api.filter((change) => change.severity === severity);
    if (changes.length === 0) continue;
    lines.push('', `### ${HEADINGS[severity]}`, '', ...changes.map(({ message }) => `- ${plain(message)}`));
  }
  if (outcome.status === 'SUCCEEDED' && api.length === 0) lines.push('', 'Clients see no difference.');
  return `${lines.join('\n')}\n`;
}

/** Names and commits are whatever somebody called them. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[<>[\]`*_|\\]/g, '\\$&');
}
