import type { Random } from '../random.ts';
import { outline, type Part } from './outline.ts';
import type { Phrasebook } from './phrasebook.ts';
import { fairDelivery, smoothDelivery, troubledDelivery } from './phrases/delivery.ts';
import { additions, concessions, endings, turns } from './phrases/endings.ts';
import { openings, openingsByUse } from './phrases/openings.ts';
import { localEndings } from './phrases/voices.ts';
import type { ByAspect, KindRemarks, Remarks } from './remarks.ts';
import { fillSlots, type Slots } from './slots.ts';
import { type Rating, TONE_OF, type Tone } from './tone.ts';
import { typeAs } from './typing.ts';
import type { Writer } from './writer.ts';

export interface Subject {
  /** What may be said of this product alone. */
  readonly own: Remarks;
  /** What may be said of its kind. */
  readonly kind: KindRemarks;
  /** What customers call it. */
  readonly noun: string;
}

interface Sentence {
  readonly part: Part;
  readonly text: string;
}

const DELIVERY: Readonly<Record<Tone, readonly string[]>> = {
  warm: smoothDelivery,
  good: smoothDelivery,
  mixed: fairDelivery,
  cold: troubledDelivery,
};

const LISTS = { like: 'likes', niggle: 'niggles', fault: 'faults' } as const;

/** How many remarks in a hundred are of the product itself and not of its kind. */
const OWN_SHARE = 0.68;

/** Writes one review; the phrasebook sees to it that sentences take turns. */
export function composeReview(
  subject: Subject,
  rating: Rating,
  writer: Writer,
  slots: Slots,
  book: Phrasebook,
  random: Random,
): string {
  const tone = TONE_OF[rating];
  const spoken = new Set<string>();

  const remark = (part: keyof typeof LISTS): string | undefined => {
    const list = LISTS[part];
    const sources = [subject.own[list], subject.kind[list]];
    for (const source of random.chance(OWN_SHARE) ? sources : sources.reverse()) {
      const open = unspoken(source, spoken);
      const sentence = book.take([...open.keys()], random);
      if (sentence === undefined) continue;
      spoken.add(open.get(sentence) ?? '');
      return sentence;
    }
    return undefined;
  };

  const choose: Readonly<Record<Part, () => string | undefined>> = {
    opening: () => {
      const byUse = openingsByUse[subject.kind.use][tone];
      return book.take(random.chance(0.4) ? byUse : openings[tone], random);
    },
    like: () => remark('like'),
    niggle: () => remark('niggle'),
    fault: () => remark('fault'),
    delivery: () => book.take(DELIVERY[tone], random),
    ending: () => {
      const local = writer.local && random.chance(0.7);
      return book.take(local ? localEndings[writer.user.country][tone] : endings[tone], random);
    },
  };

  const sentences = outline(rating, writer.length, random).flatMap((part): Sentence[] => {
    const text = choose[part]();
    return text === undefined ? [] : [{ part, text: fillSlots(text, slots) }];
  });
  return typeAs(writer, writer.lists ? asList(sentences) : asProse(sentences, book, random), tone, random);
}

function unspoken(remarks: ByAspect, spoken: ReadonlySet<string>): Map<string, string> {
  return new Map(
    Object.entries(remarks).flatMap(([aspect, sentences]) =>
      spoken.has(aspect) ? [] : [sentences].flat().map((sentence) => [sentence, aspect] as const),
    ),
  );
}

/** Sentence after sentence, with a word between where praise turns into complaint. */
function asProse(sentences: readonly Sentence[], book: Phrasebook, random: Random): string {
  return sentences
    .map(({ part, text }, index) => {
      const before = sentences[index - 1]?.part;
      if (part === 'niggle' && before === 'like' && random.chance(0.55)) return lead(turns, text, book, random);
      if (part === 'fault' && before === 'like') return lead(turns, text, book, random);
      if (part === 'like' && (before === 'fault' || before === 'niggle')) return lead(concessions, text, book, random);
      if (part === 'fault' && before === 'fault' && random.chance(0.4)) return lead(additions, text, book, random);
      return text;
    })
    .join(' ');
}

function lead(leads: readonly string[], sentence: string, book: Phrasebook, random: Random): string {
  const word = book.take(leads, random);
  const small = startSmall(sentence);
  return word === undefined || small === undefined ? sentence : `${word} ${small}`;
}

const STARTERS = new Set(
  'The A An It My No Not You After Could Does Do Came Comes Took Takes Wish One Two Three Four Some Quite Needs Mind Check Use Boil At Only For With If When There They Everything Too Half First'.split(
    ' ',
  ),
);

/** The sentence with a small first letter; undefined where its first word may be a name. */
function startSmall(sentence: string): string | undefined {
  const first = sentence.split(/[ ,]/, 1)[0] ?? '';
  if (first === 'I' || first.startsWith('I’') || first.startsWith("I'")) return sentence;
  return STARTERS.has(first) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : undefined;
}

/** Under the headings that some people like. */
function asList(sentences: readonly Sentence[]): string {
  const of = (...parts: Part[]) =>
    sentences
      .filter(({ part }) => parts.includes(part))
      .map(({ text }) => text)
      .join(' ');
  const [opening, pros, cons, rest] = [of('opening'), of('like'), of('niggle', 'fault'), of('delivery', 'ending')];
  return [opening, pros && cons ? `Pros: ${pros}\nCons: ${cons}` : `${pros}${cons}`, rest].filter(Boolean).join('\n');
}
