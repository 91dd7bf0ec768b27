import type { Network, NetworkOutput } from '../network.ts';
import { readPicture } from '../picture/readPicture.ts';
import { readRender, type TrainingPicture } from './trainingPictures.ts';
import { variantsOf } from './variants.ts';

/** A training picture with what the network says of each of its variants. */
export interface Seen {
  readonly picture: TrainingPicture;
  readonly variants: readonly NetworkOutput[];
}

/** Shows the network every training picture in all its variants: minutes. */
export async function readFeatures(
  pictures: readonly TrainingPicture[],
  network: Network,
  onProgress: (done: number) => void,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const [place, picture] of pictures.entries()) {
    const variants: NetworkOutput[] = [];
    for (const bytes of await variantsOf(await readRender(picture), place)) {
      variants.push(await network((await readPicture(bytes)).view));
    }
    seen.push({ picture, variants });
    onProgress(seen.length);
  }
  return seen;
}
