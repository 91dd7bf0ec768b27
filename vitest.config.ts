import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

const own = '{kit,router,subgraphs,supergraph,schema-registry,world,models}/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: './test/setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'beside the code', include: [own], sequence: { groupOrder: 0 } } },
      {
        extends: true,
        // Whole processes, killed and timed: one file after another, or they would measure each other.
        test: {
          name: 'across folders',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/clients/**'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
  resolve: {
    // graphql 16 has `module` but no `exports`: Vite would load that one beside the CommonJS one that Node resolves.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
});
