import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** Whole processes, killed and timed, and what is held to a limit of milliseconds: one file after another, or they would measure each other. */
const timed = [
  'test/{e2e,faults,browser}/**/*.test.ts',
  'test/placementsShutdown.test.ts',
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
          // By default one core is left to who starts them, and of two that is half.
          maxWorkers: Math.max(2, availableParallelism() - 1),
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
