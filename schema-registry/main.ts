/** `npm run registry -- COMMAND`: the schema registry, and what people and CI do with it. */
import { readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { check } from './cli/check.ts';
import { keys } from './cli/keys.ts';
import { printDiff, printHistory, promote, rollback } from './cli/launches.ts';
import { openOutput } from './cli/output.ts';
import { publish } from './cli/publish.ts';
import { type Command, readCommand, USAGE } from './cli/readCommand.ts';
import { RegistryClient } from './cli/registryClient.ts';
import { readSubgraphs } from './cli/subgraphFiles.ts';
import { DEFAULT_REGISTRY_PORT, serve } from './serve.ts';

await runEntrance(async () => {
  const command = readCommand(process.argv.slice(2));
  if (command.name === 'serve') return serve(process.env);
  process.exitCode = (await run(command)) ? 0 : 1;
});

/** @returns whether it went as it was wanted. */
async function run(command: Exclude<Command, { readonly name: 'serve' }>): Promise<boolean> {
  const config = readConfig(process.env);
  const { REGISTRY_URL: url = `http://127.0.0.1:${DEFAULT_REGISTRY_PORT}`, APOLLO_KEY: apiKey } = config;
  const client = new RegistryClient({ url, apiKey });
  const output = openOutput(process.stdout);
  switch (command.name) {
    case 'publish':
      return publish(client, command.ref, await readSubgraphs(command.what), output);
    case 'check':
      return check(client, command.ref, await readSubgraphs(command.what), command.format, output);
    case 'diff':
      await printDiff(client, command.ref, command, output);
      return true;
    case 'history':
      await printHistory(client, command.ref, output);
      return true;
    case 'rollback':
      await rollback(client, command.ref, command.number, output);
      return true;
    case 'promote':
      return promote(client, command.ref, command.to, output);
    case 'keys':
      await keys(config, url, command.graph, command.what, output);
      return true;
    case 'help':
      output.print(USAGE);
      return true;
  }
}
