import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { editDistance } from './editDistance.ts';
import type { DocumentItem } from './eval/documents.ts';
import { bootstrap, digits } from './interval.ts';

type Quality = Manifest['quality'];

/** A test page, as it is and as it was read. */
export interface ReadPage {
  readonly item: DocumentItem;
  readonly truth: string;
  readonly text: string;
}

interface Errors {
  readonly item: DocumentItem;
  readonly edits: number;
  readonly characters: number;
}

/** In Caveat, which stands for handwriting: as font, in remarks and signatures, and in forms that are filled in. */
const HANDWRITTEN = /^~ |__/m;

/**
 * Character error rates of pages: edits by true characters, the rows of a page one after the other, any white space as one
 * space.
 */
export function readingFigures(pages: readonly ReadPage[]): Quality {
  const all = pages.map(({ item, truth, text }): Errors => {
    const [wanted, found] = [oneSpace(truth), oneSpace(text)];
    return { item, edits: editDistance(found, wanted), characters: wanted.length };
  });
  const printed = all.filter(({ item }) => isPrinted(item));
  const rates: readonly (readonly [string, readonly Errors[]])[] = [
    ['clean printed pages', printed.filter(({ item }) => item.condition === 'clean')],
    ['clean printed pages, en', printed.filter(({ item }) => item.condition === 'clean' && item.language === 'en')],
    ['clean printed pages, id', printed.filter(({ item }) => item.condition === 'clean' && item.language === 'id')],
    [
      'printed pages turned by 1 to 8 degrees',
      printed.filter(({ item }) => item.condition === 'rotated' && !isQuarter(item)),
    ],
    ['printed pages turned by 90 or 180 degrees', printed.filter(isQuarterTurned)],
    ['photos of printed pages', printed.filter(({ item }) => item.condition === 'photo')],
    ['… blurred', photosWith(printed, 'blurSigma')],
    ['… noisy', photosWith(printed, 'noise')],
    ['… in shadow', photosWith(printed, 'shadow')],
    ['… slanted', photosWith(printed, 'perspective')],
    ['clean pages, handwriting included', all.filter(({ item }) => item.condition === 'clean')],
    ['pages turned, handwriting included', all.filter(({ item }) => item.condition === 'rotated')],
    ['photos, handwriting included', all.filter(({ item }) => item.condition === 'photo')],
  ];
  return rates.flatMap(
    ([on, of]): Quality =>
      of.length === 0
        ? []
        : [
            {
              metric: 'character error rate',
              on: `held-out ${on}`,
              value: digits(rateOf(of)),
              n: of.length,
              interval: bootstrap(of, rateOf),
            },
          ],
  );
}

/** Whether nothing on it is handwritten. */
export function isPrinted({ font, content }: DocumentItem): boolean {
  return font !== 'caveat' && !HANDWRITTEN.test(content);
}

function rateOf(errors: readonly Errors[]): number {
  const characters = errors.reduce((sum, each) => sum + each.characters, 0);
  return errors.reduce((sum, each) => sum + each.edits, 0) / Math.max(1, characters);
}

function isQuarter({ degradation: { rotateDegrees = 0 } }: DocumentItem): boolean {
  return Math.abs(rotateDegrees) >= 45;
}

function isQuarterTurned({ item }: Errors): boolean {
  return isQuarter(item);
}

function photosWith(errors: readonly Errors[], what: keyof DocumentItem['degradation']): readonly Errors[] {
  return errors.filter(({ item }) => item.condition === 'photo' && item.degradation[what] !== undefined);
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
