import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{kit,router,subgraphs,supergraph,schema-registry,world,models,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/clients/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
  // graphql 16 has `module` but no `exports`: without this Vite may load a second copy beside the one Node resolves.
  ssr: { resolve: { mainFields: ['main'] } },
});
