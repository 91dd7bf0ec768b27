import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  test: {
    include: ['{kit,router,subgraphs,supergraph,schema-registry,world,models,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/clients/**'],
    globalSetup: './test/setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
  resolve: {
    // graphql 16 has `module` but no `exports`: Vite would load that one beside the CommonJS one that Node resolves.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
});
