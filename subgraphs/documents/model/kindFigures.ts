import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import type { Language } from '../kinds.ts';
import { bootstrap, digits } from './interval.ts';
import { type Judged, measure } from './measure.ts';

type Quality = Manifest['quality'];

export interface JudgedPage extends Judged {
  readonly language: Language;
  readonly condition: 'clean' | 'rotated' | 'photo';
}

export interface JudgedText extends Judged {
  readonly language: Language;
}

/** The figures of the test sets for a manifest, the headline first. */
export function kindFigures(pages: readonly JudgedPage[], texts: readonly JudgedText[]): Quality {
  const macroF1 = (on: string, judged: readonly Judged[]): Quality[number] => ({
    metric: 'macro-F1 of kinds',
    on,
    value: digits(measure(judged).macroF1),
    n: judged.length,
    interval: bootstrap(judged, (sample) => measure(sample).macroF1),
  });
  return [
    macroF1('held-out pages', pages),
    ...(['en', 'id'] as const).map((language) =>
      macroF1(
        `held-out pages, ${language}`,
        pages.filter((each) => each.language === language),
      ),
    ),
    ...(['clean', 'rotated', 'photo'] as const).map((condition) =>
      macroF1(
        `held-out pages, ${condition}`,
        pages.filter((each) => each.condition === condition),
      ),
    ),
    macroF1('held-out texts', texts),
    ...(['en', 'id'] as const).map((language) =>
      macroF1(
        `held-out texts, ${language}`,
        texts.filter((each) => each.language === language),
      ),
    ),
    ...detailsOf('held-out pages', pages),
    ...detailsOf('held-out texts', texts),
  ];
}

function detailsOf(on: string, judged: readonly Judged[]): Quality {
  const { told, right, calibrationError, kinds } = measure(judged);
  const share = (metric: string, part: number, n: number): Quality[number] => {
    const [low, high] = wilsonInterval(part, Math.max(1, n));
    return { metric, on, value: digits(part / Math.max(1, n)), n, interval: [digits(low), digits(high)] };
  };
  return [
    share('documents of which a kind is told', told, judged.length),
    share('kinds that are told are right', right, told),
    { metric: 'calibration error of kinds (ECE, 10 bins)', on, value: digits(calibrationError), n: judged.length },
    ...kinds.flatMap(
      ({ kind, f1, precision, recall, n }): Quality => [
        { metric: `F1 of ${kind}`, on, value: digits(f1), n },
        { metric: `precision of ${kind}`, on, value: digits(precision), n },
        { metric: `recall of ${kind}`, on, value: digits(recall), n },
      ],
    ),
  ];
}
