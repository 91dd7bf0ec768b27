import { type Form, LANGUAGES, type Language } from './inquiries/form.ts';
import { en } from './inquiries/forms/en.ts';
import { id } from './inquiries/forms/id.ts';
import { ms } from './inquiries/forms/ms.ts';
import { th } from './inquiries/forms/th.ts';
import { tl } from './inquiries/forms/tl.ts';
import { vi } from './inquiries/forms/vi.ts';
import { zh } from './inquiries/forms/zh.ts';
import type { Inquiry, InquiryStatus } from './inquiries/inquiry.ts';
import { momentOf } from './inquiries/moments.ts';
import { storyInquiries } from './inquiries/story.ts';
import { voices } from './inquiries/voices.ts';
import { productFor, write } from './inquiries/write.ts';
import { DAY, WORLD_NOW } from './orders/calendar.ts';
import type { Order } from './orders/order.ts';
import { createOrderWorld } from './orders.ts';
import { Random } from './random.ts';
import { STORY_USER_ID } from './story.ts';

export type { Inquiry } from './inquiries/inquiry.ts';

export const forms: Readonly<Record<Language, readonly Form[]>> = { en, id, ms, th, vi, tl, zh };

/** Of so many orders that a message fits, the one is taken that makes it newest: most of an inbox is of these days. */
const CANDIDATES = 5;

/**
 * What customers ask about their orders in the world's last weeks, oldest first: each in a language of the customer's
 * country, and about something that happened to the order by then. The same each time.
 */
export function createInquiries(orders: readonly Order[] = createOrderWorld().orders): readonly Inquiry[] {
  const taken = new Set<string>();
  const written = LANGUAGES.flatMap((language) => writeIn(language, orders, taken));
  const numbered = oldestFirst(written).map((inquiry, index) => ({
    ...inquiry,
    id: `inquiry-${String(index + 1).padStart(4, '0')}`,
  }));
  return oldestFirst([...numbered, ...storyInquiries]);
}

/** One inquiry an order, the forms of the language one after another. */
function writeIn(language: Language, orders: readonly Order[], taken: Set<string>): Omit<Inquiry, 'id'>[] {
  const voice = voices[language];
  const random = new Random(`inquiries ${language}`);
  const near = random.shuffled(
    orders.filter(
      ({ userId, shippingAddress }) => userId !== STORY_USER_ID && voice.countries.includes(shippingAddress.country),
    ),
  );
  const ofLanguage = forms[language];
  return Array.from({ length: voice.count }, (_, index) => {
    const form = ofLanguage[index % ofLanguage.length];
    if (form === undefined) throw new RangeError(`There is no form in ${language}.`);
    const [subtopic, moment, goods, text] = form;
    const found = [];
    for (const order of near) {
      if (taken.has(order.id)) continue;
      const product = productFor(order, goods);
      const createdAt = product && momentOf(order, moment, random);
      if (createdAt) found.push({ order, product, createdAt });
      if (found.length === CANDIDATES) break;
    }
    const [newest] = found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    if (newest === undefined) throw new RangeError(`No order is left that fits: ${text}`);
    const { order, createdAt } = newest;
    taken.add(order.id);
    return {
      customerId: order.userId,
      orderId: order.id,
      message: write(text, newest, voice, random),
      createdAt,
      status: statusAt(createdAt, random),
      attachments: [],
      truth: { language, subtopic },
    };
  });
}

/** What is of the last days is mostly open, what is older mostly settled. */
function statusAt(createdAt: Date, random: Random): InquiryStatus {
  const days = (WORLD_NOW - createdAt.getTime()) / DAY;
  if (random.chance(days < 4 ? 0.85 : days < 10 ? 0.4 : 0.04)) return 'OPEN';
  return random.chance(days < 15 ? 0.6 : 0.2) ? 'ANSWERED' : 'CLOSED';
}

function oldestFirst<Written extends { readonly createdAt: Date; readonly orderId: string }>(
  inquiries: readonly Written[],
): Written[] {
  return inquiries.toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.orderId < b.orderId ? -1 : 1),
  );
}
