/** `npm run models`: installs the packages that hold weights and builds the model files that are missing. */
import { runEntrance } from '../kit/entrance.ts';
import { ensureModels } from './ensureModels.ts';
import { progressBar } from './progressBar.ts';

await runEntrance(async () => {
  const worked = await ensureModels({ onProgress: progressBar(process.stderr) });
  if (!worked) console.log('All models are in place.');
});
