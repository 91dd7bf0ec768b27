import { colorHistogram } from './colorHistogram.ts';
import type { DominantColor } from './dominantColors.ts';
import { dominantColors } from './dominantColors.ts';
import { judgeQuality, type Quality } from './judgeQuality.ts';
import type { Picture } from './readPicture.ts';

/** What pixels alone tell. */
export interface Look {
  readonly quality: Quality;
  readonly dominantColors: readonly DominantColor[];
  /** Of length 1: what pictures are compared by where nothing better is known of them. */
  readonly histogram: Float32Array;
}

export function lookAt(picture: Picture): Look {
  return {
    quality: judgeQuality(picture),
    dominantColors: dominantColors(picture.view),
    histogram: colorHistogram(picture.view),
  };
}
