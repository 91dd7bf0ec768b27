import type { CheckAnswer } from './checkAnswer.ts';
import { type Finding, findingsOf } from './findings.ts';
import type { Output, Style } from './output.ts';

const STYLES: Readonly<Record<Finding['level'], Style>> = { FAILURE: 'red', WARNING: 'yellow', NOTICE: 'dim' };
const HEADINGS = { FAILURE: 'Fails', WARNING: 'Look at', NOTICE: 'For your information' } as const;
/** What nobody would read: everything else is in `--json`. */
const MAX_NOTICES = 20;

/** A check for people at a terminal. */
export function printCheck(check: CheckAnswer, { print, paint }: Output): void {
  const verdict = check.status === 'PASSED' ? paint('green', 'passed') : paint('red', 'failed');
  print(`${paint('bold', check.subgraphName)} in ${check.graphRef}: ${verdict}. ${windowOf(check)}`);
  for (const { level, rule, coordinate, place, message, users } of shown(check)) {
    print(`  ${paint(STYLES[level], level)} ${rule} ${coordinate}${place && ` (${place})`}`);
    print(`    ${message}`);
    for (const user of users) print(`    ${paint('dim', user)}`);
  }
}

/** Checks as a comment of a pull request. */
export function checksAsMarkdown(checks: readonly CheckAnswer[]): string {
  const failed = checks.filter(({ status }) => status === 'FAILED').length;
  const head =
    failed === 0 ? '### Schema check passed' : `### Schema check failed for ${failed} of ${checks.length} subgraphs`;
  return `${[head, ...checks.flatMap(markdownOf)].join('\n')}\n`;
}

function markdownOf(check: CheckAnswer): string[] {
  const findings = shown(check);
  const lines = ['', `#### ${code(check.subgraphName)}: ${check.status.toLowerCase()}`, '', windowOf(check)];
  for (const level of ['FAILURE', 'WARNING', 'NOTICE'] as const) {
    const some = findings.filter((finding) => finding.level === level);
    if (some.length === 0) continue;
    lines.push('', `**${HEADINGS[level]}**`, '');
    for (const { rule, coordinate, place, message, users } of some) {
      lines.push(
        `- ${[coordinate && code(coordinate), place && code(place), code(rule)].filter(Boolean).join(' · ')}: ${plain(message)}`,
      );
      for (const user of users) lines.push(`  - ${plain(user)}`);
    }
  }
  return lines;
}

function shown(check: CheckAnswer): Finding[] {
  let notices = 0;
  return findingsOf(check).filter(({ level }) => level !== 'NOTICE' || ++notices <= MAX_NOTICES);
}

function windowOf({ tasks }: CheckAnswer): string {
  const task = tasks.find(({ __typename }) => __typename === 'OperationsCheckTask');
  if (task?.__typename !== 'OperationsCheckTask' || task.operations === null) return 'Operations were not looked at.';
  const { numberOfCheckedOperations: count, since } = task.operations;
  return `${count} operations since ${since} were looked at.`;
}

function code(text: string): string {
  return `\`${text.replace(/[`\r\n]/g, ' ')}\``;
}

/** Clients are called whatever they say. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[<>[\]`*_|\\@]/g, '\\$&');
}
