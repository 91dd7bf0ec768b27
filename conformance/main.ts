/** `npm run conformance -- URL`: whether the subgraph behind a URL, in whatever language, keeps the contract. */
import { runEntrance } from '../kit/entrance.ts';
import { readCommandLine } from './commandLine.ts';
import { conform } from './conform.ts';
import { isConformant, reportOutcome, summarise } from './report.ts';
import { Subject } from './subject.ts';

await runEntrance(async () => {
  const target = readCommandLine(process.argv.slice(2));
  await new Subject(target).refuseStrayNames();
  const outcomes = await conform(target, (outcome) => console.log(reportOutcome(outcome)));
  console.log(`\n${summarise(outcomes)}`);
  process.exitCode = isConformant(outcomes) ? 0 : 1;
});
