import { z } from 'zod';
import type { Prediction } from '../../../kit/model/defineModel.ts';
import { CODES, type Code } from '../codes.ts';
import { type Detection, NOTHING_TO_READ } from '../detection.ts';
import { readable } from '../readable.ts';

/** Words that give a language away. */
export interface CueModel {
  /** Each cue's language. */
  readonly cues: ReadonlyMap<string, Code>;
  /** By the votes that the winner is ahead, from 0 on; more count as the last. */
  readonly confidences: readonly number[];
  /** Of what its letters alone give away. */
  readonly scriptConfidence: number;
}

/** What the cues say, and how far they agree. */
export interface Vote {
  readonly code: Code;
  /** Votes ahead of the next; null when the script alone decided. */
  readonly lead: number | null;
}

/** A script that has less of a text's letters is a name or a quotation. */
const ENOUGH = 0.2;
/** Letters that only Vietnamese has, of all that are told apart. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;

const share = z.number().min(0).max(1);

/** cues.json: the words of each language, in one string. */
const cuesSchema = z.strictObject({
  scriptConfidence: share,
  confidences: z.array(share).min(1),
  cues: z.partialRecord(z.enum(CODES), z.string()),
});

/** @throws ZodError when the text is not that of a cues.json. */
export function parseCues(json: string): CueModel {
  const { cues, ...others } = cuesSchema.parse(JSON.parse(json));
  const words = CODES.flatMap((code) => (cues[code] ?? '').split(' ').map((word) => [word, code] as const));
  return { ...others, cues: new Map(words.filter(([word]) => word !== '')) };
}

/** One line a language, so that a change shows as such in version control. */
export function formatCues({ cues, confidences, scriptConfidence }: CueModel): string {
  const lines = CODES.flatMap((code) => {
    const words = [...cues].filter(([, of]) => of === code).map(([word]) => word);
    return words.length === 0 ? [] : [`${JSON.stringify(code)}: ${JSON.stringify(words.sort().join(' '))}`];
  });
  const head = JSON.stringify({ scriptConfidence, confidences });
  return `${head.slice(0, -1)},"cues":{\n${lines.join(',\n')}\n}}\n`;
}

/** What language a text is in, by its script and its cues. */
export function detectByCues(model: CueModel, text: string): Prediction<Detection> {
  const words = readable(text);
  if (words === null) return NOTHING_TO_READ;
  const { code, lead } = vote(model.cues, words);
  const confidence =
    lead === null ? model.scriptConfidence : (model.confidences[Math.min(lead, model.confidences.length - 1)] ?? 0);
  return { output: { code, confidence }, signals: { label: code, confidence, length: words.length } };
}

/** @param words what is readable of a text. */
export function vote(cues: CueModel['cues'], words: string): Vote {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const of = (script: RegExp): number => (words.match(script)?.length ?? 0) / letters;
  if (of(/\p{Script=Thai}/gu) >= ENOUGH) return { code: 'th', lead: null };
  if (of(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0) return { code: 'unknown', lead: null };
  if (of(/\p{Script=Han}/gu) >= ENOUGH) return { code: 'zh', lead: null };
  if (of(/\p{Script=Latin}/gu) < ENOUGH) return { code: 'unknown', lead: null };

  const votes = new Map<Code, number>();
  for (const word of wordsOf(words)) {
    const code = cues.get(word) ?? (VIETNAMESE.test(word) ? 'vi' : undefined);
    if (code) votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  if (first === undefined) return { code: 'unknown', lead: 0 };
  const lead = first[1] - (second?.[1] ?? 0);
  return { code: lead === 0 ? 'unknown' : first[0], lead };
}

export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}
