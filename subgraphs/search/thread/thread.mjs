// A worker thread does not inherit tsx on Node 20; from Node 22.18 on, Node itself reads TypeScript.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./thread.ts');
