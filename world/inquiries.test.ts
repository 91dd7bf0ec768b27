import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from './inquiries/form.ts';
import { createInquiries, forms } from './inquiries.ts';
import { WORLD_NOW } from './orders/calendar.ts';
import { createOrderWorld } from './orders.ts';
import { DAMAGED_ORDER_ID, LATE_ORDER_ID, STORY_INQUIRY_EN, STORY_INQUIRY_ID, STORY_USER_ID } from './story.ts';
import { topics } from './topics.ts';

const { orders } = createOrderWorld();
const inquiries = createInquiries(orders);
const orderOf = new Map(orders.map((order) => [order.id, order]));

/** As in frozen.test.ts: figures are measured on these texts, and examples name their ids. */
const WHY = 'The inquiries are frozen: new ones come behind them, in a list of their own.';

test('the inquiries are those that there were', () => {
  const told = inquiries.map(({ attachments, ...inquiry }) => [inquiry, attachments.map(({ id }) => id)]);
  expect(createHash('sha256').update(JSON.stringify(told)).digest('hex'), WHY).toBe(
    'c9a62f10b74da92f7e0db35cf022d5d76572d8d3475bd1da8bf37682c6d183a3',
  );
});

test('there are at least 400, nearly all of them different, in seven languages, by at least 25 forms in each', () => {
  expect(inquiries.length).toBeGreaterThanOrEqual(400);
  expect(new Set(inquiries.map(({ id }) => id)).size).toBe(inquiries.length);
  expect(new Set(inquiries.map(({ message }) => message)).size).toBeGreaterThan(0.98 * inquiries.length);
  for (const language of LANGUAGES) {
    expect(forms[language].length, language).toBeGreaterThanOrEqual(25);
    expect(new Set(forms[language].map(([, , , text]) => text)).size).toBe(forms[language].length);
    const written = inquiries.filter(({ truth }) => truth.language === language);
    expect(written.length, language).toBeGreaterThanOrEqual(forms[language].length);
  }
});

test('the forms of every language are about every topic', () => {
  for (const language of LANGUAGES) {
    const subtopics = new Set(forms[language].map(([subtopic]) => subtopic));
    for (const [topic, own] of Object.entries(topics)) {
      expect(
        own.some((subtopic) => subtopics.has(subtopic)),
        `${topic} in ${language}`,
      ).toBe(true);
    }
  }
});

test('each is by whoever placed the order that it is about, after that, and before the world’s last day', () => {
  for (const { id, customerId, orderId, createdAt, message } of inquiries) {
    const order = orderOf.get(orderId);
    expect(order?.userId, id).toBe(customerId);
    expect(createdAt.getTime(), id).toBeGreaterThan(order?.placedAt.getTime() ?? Number.POSITIVE_INFINITY);
    expect(createdAt.getTime(), id).toBeLessThan(WORLD_NOW);
    expect(message, id).not.toMatch(/[{}]|undefined| {2}/);
    expect(message.trim(), id).toBe(message);
  }
});

test('what it says happened to the order had happened by then', () => {
  const timeOf = (orderId: string, kind: string) =>
    orderOf.get(orderId)?.shipment?.events.find((event) => event.kind === kind)?.at;
  for (const { id, orderId, createdAt, truth } of inquiries) {
    const delivered = timeOf(orderId, 'DELIVERED');
    if (['DAMAGED', 'WRONG_ITEM', 'NOT_RECEIVED', 'WARRANTY'].includes(truth.subtopic ?? '')) {
      expect(delivered && delivered < createdAt, id).toBe(true);
    }
    if (['LATE_DELIVERY', 'TRACKING'].includes(truth.subtopic ?? '')) {
      expect(delivered === undefined || delivered > createdAt, id).toBe(true);
    }
    if (['CANCEL_ORDER', 'CHANGE_ORDER', 'ADDRESS_CHANGE'].includes(truth.subtopic ?? '')) {
      const packed = timeOf(orderId, 'PACKED');
      expect(packed === undefined || packed > createdAt, id).toBe(true);
    }
    if (truth.subtopic === 'REFUND_STATUS') expect(orderOf.get(orderId)?.status, id).toBe('RETURNED');
    if (truth.subtopic === 'PAYMENT_FAILED') expect(orderOf.get(orderId)?.payments.at(-1)?.status, id).toBe('FAILED');
  }
});

test('the woman of the story asks in two languages about two orders, once with a photo', () => {
  const own = inquiries.filter(({ customerId }) => customerId === STORY_USER_ID);
  expect(own.map(({ id, orderId, status, truth }) => [id, orderId, status, truth.language])).toEqual([
    [STORY_INQUIRY_ID, LATE_ORDER_ID, 'OPEN', 'id'],
    [STORY_INQUIRY_EN, DAMAGED_ORDER_ID, 'OPEN', 'en'],
  ]);
  const [photo] = own[1]?.attachments ?? [];
  const bytes = photo && readFileSync(photo.file);
  expect(bytes?.subarray(0, 3)).toEqual(Buffer.from('ffd8ff', 'hex'));
  expect(bytes?.length).toBeLessThan(100_000);
});

test('an inbox of these days is open, what is older is mostly settled', () => {
  const open = inquiries.filter(({ status }) => status === 'OPEN');
  expect(open.length).toBeGreaterThan(80);
  expect(open.length).toBeLessThan(200);
});
