import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** What is held to a limit of milliseconds, or needs the whole machine to keep its deadlines: one file after another. */
const timed = [
  'test/e2e/{placements,reload,sentimentJobs}.test.ts',
  'test/faults/faults.test.ts',
  'test/registry/delivery.test.ts',
  'test/faults/jobs/statements.test.ts',
  'router/execution/deadline.test.ts',
  'router/operation/planner/planner.test.ts',
  'router/supergraph/snapshot.test.ts',
  'router/transport/http.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: './test/setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'at once',
          include: ['{kit,router,subgraphs,supergraph,schema-registry,world,models,test,conformance}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/clients/**', ...timed],
          // One more than there are cores: much of a test's time is spent waiting for processes and databases.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'in turn', include: timed, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // What takes minutes: `npm run soak`.
        test: {
          name: 'soak',
          include: ['{kit,test}/**/*.soak.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
  resolve: {
    // graphql 16 has `module` but no `exports`: Vite would load that one beside the CommonJS one that Node resolves.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
});
