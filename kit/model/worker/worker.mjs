// On Node 20 a worker thread does not inherit tsx, whatever its execArgv; where Node reads TypeScript itself it is not needed.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./worker.ts');
