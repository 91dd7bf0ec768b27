import { type Judgement, KINDS, type Kind } from '../kinds.ts';

/** What a model said of a document that it has not seen. */
export interface Judged {
  readonly kind: Kind;
  readonly judgement: Judgement;
}

/** How well one kind is told. */
export interface KindFigures {
  readonly kind: Kind;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Documents of the kind. */
  readonly n: number;
}

export interface Figures {
  /** Mean F1 of the kinds that there are documents of; no answer is a miss. */
  readonly macroF1: number;
  readonly kinds: readonly KindFigures[];
  /** Of all documents, of how many a kind is told. */
  readonly told: number;
  /** … and the right one. */
  readonly right: number;
  /** Mean gap between confidence and being right, over ten equal bins of the confidence of kinds that are told. */
  readonly calibrationError: number;
}

const BINS = 10;

export function measure(judged: readonly Judged[]): Figures {
  const kinds = KINDS.map((kind): KindFigures => {
    const n = judged.filter((each) => each.kind === kind).length;
    const told = judged.filter(({ judgement }) => judgement.kind === kind).length;
    const right = judged.filter((each) => each.kind === kind && each.judgement.kind === kind).length;
    return { kind, n, precision: share(right, told), recall: share(right, n), f1: share(2 * right, told + n) };
  }).filter(({ n }) => n > 0);
  const told = judged.filter(({ judgement }) => judgement.kind !== null);
  return {
    macroF1: share(
      kinds.reduce((sum, { f1 }) => sum + f1, 0),
      kinds.length,
    ),
    kinds,
    told: told.length,
    right: told.filter(({ kind, judgement }) => judgement.kind === kind).length,
    calibrationError: calibrationError(told),
  };
}

function calibrationError(told: readonly Judged[]): number {
  const gaps = Array.from({ length: BINS }, () => 0);
  for (const { kind, judgement } of told) {
    const bin = Math.min(Math.floor(judgement.confidence * BINS), BINS - 1);
    gaps[bin] = (gaps[bin] ?? 0) + judgement.confidence - (judgement.kind === kind ? 1 : 0);
  }
  return share(
    gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
    told.length,
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
