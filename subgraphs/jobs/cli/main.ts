/** `npm run jobs -- COMMAND`: what operators do with jobs, through the graph, while everything runs. */
import { readConfig } from '../../../kit/config.ts';
import { runEntrance } from '../../../kit/entrance.ts';
import { changeJobs } from './changeJobs.ts';
import { GraphClient } from './graphClient.ts';
import { JobsClient } from './jobsClient.ts';
import { listJobs } from './listJobs.ts';
import { listParked } from './parkedJobs.ts';
import { type Command, readCommand, USAGE } from './readCommand.ts';
import { replayJobs } from './replayJobs.ts';
import { openScreen, type Screen } from './screen.ts';
import { showJob } from './showJob.ts';
import { watchJobs } from './watchJobs.ts';

const DEFAULT_URL = 'http://127.0.0.1:4000/graphql';

await runEntrance(async () => {
  const command = readCommand(process.argv.slice(2));
  const { GRAPH_URL: url = DEFAULT_URL, GRAPH_TOKEN: token } = readConfig(process.env);
  const client = new JobsClient(new GraphClient({ url, token }));
  const well = await run(command, client, openScreen(process.stdout, process.stderr));
  process.exitCode = well ? 0 : 1;
});

/** @returns whether it went as it was wanted. */
async function run(command: Command, client: JobsClient, screen: Screen): Promise<boolean> {
  switch (command.name) {
    case 'list':
      await listJobs(client, screen, command);
      return true;
    case 'show':
      await showJob(client, screen, command.id);
      return true;
    case 'watch':
      return watchJobs(client, screen, command.ids);
    case 'retry':
    case 'cancel':
      return changeJobs(client, screen, command);
    case 'parked':
      await listParked(client, screen);
      return true;
    case 'replay':
      await replayJobs(client, screen, command.kind);
      return true;
    case 'help':
      screen.print(USAGE);
      return true;
  }
}
