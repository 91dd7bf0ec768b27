// On Node 20 a process that was started without it does not read TypeScript; where Node does so itself it is not needed.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./trainingProcess.ts');
