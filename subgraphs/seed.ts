/** `npm run world [-- NAME…]`: fills the islands' empty tables with the demo world; every data island, or the named ones. */
import { readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { createLogger } from '../kit/log.ts';
import { createResources } from '../kit/resources.ts';
import { seedSubgraph } from '../kit/start.ts';
import { subgraphs } from './index.ts';

await runEntrance(async () => {
  const config = readConfig(process.env);
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(subgraphs);
  const unknown = names.filter((name) => !(name in subgraphs));
  if (unknown.length > 0) {
    throw new CodedError(
      'CONFIG_INVALID',
      `No island is called ${unknown.join(' or ')}. Name some of ${Object.keys(subgraphs).join(', ')}, or none for all.`,
    );
  }
  const log = createLogger({ level: config.LOG_LEVEL, service: 'world', pretty: process.stdout.isTTY });
  const resources = createResources(config, log);
  try {
    for (const name of names) {
      const entry = subgraphs[name];
      if (!(entry instanceof Function)) continue;
      const { default: definition } = await entry();
      await seedSubgraph(definition, { resources, log });
    }
  } finally {
    await resources.close();
  }
});
