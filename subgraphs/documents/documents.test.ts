import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { Uploads } from '../../kit/uploads/uploads.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import { lockedPdf, textPdf } from './fixtures/testPdf.ts';
import definition from './index.ts';

const log = pino({ level: 'silent' });
const rina: Identity = { subject: 'user-demo', tenant: null, scopes: [] };
const other: Identity = { subject: 'user-0001', tenant: null, scopes: [] };

let runtime: ModelRuntime;
let database: Database;
let uploads: Uploads;
let island: Subgraph;
let invoice: Buffer;

beforeAll(async () => {
  await ensureModels();
  [runtime, database] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestDatabase()]);
  uploads = await Uploads.open({ database, log });
  island = await startSubgraph(definition, { resources: resources(), log });
  invoice = await readFile(new URL('fixtures/invoice.jpg', import.meta.url));
}, 60_000);
afterAll(async () => {
  await uploads?.close();
  await runtime?.close();
  await database?.close();
});

const resources = () => ({
  ...NO_RESOURCES,
  models: async () => runtime,
  database: async () => database,
  uploads: async () => uploads,
});
const context = (identity: Identity) => createRequestContext({ signal: new AbortController().signal, identity, log });
const ask = (query: string, variables: Record<string, unknown> = {}, identity: Identity = ANONYMOUS) =>
  island.execute({ query, variables }, context(identity));

const FIELDS =
  'kind text boxes { text page x y width height confidence } pagesRead pageCount language degraded model { name } reader { name }';
const CLASSIFY = `query ($text: String, $uploadId: ID) { classifyDocument(text: $text, uploadId: $uploadId) { ${FIELDS} } }`;
const ATTACHMENTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Attachment { id document { ${FIELDS} } } } }`;

/** Uploads it as Rina and reads it as her. */
async function read(bytes: Buffer) {
  const { id } = await uploads.put(rina, { bytes });
  return ask(CLASSIFY, { uploadId: id }, rina);
}

async function refusal(bytes: Buffer) {
  const { data, errors } = await read(bytes);
  expect(data).toEqual({ classifyDocument: null });
  return errors?.[0];
}

async function attach(bytes: Buffer): Promise<string> {
  const { id } = await uploads.put(rina, { bytes });
  await database.transaction((transaction) => uploads.attach(transaction, [id], rina));
  return id;
}

test('an attachment is read once, whoever asks, and again when it is another upload', async () => {
  const uploadId = await attach(textPdf(['INVOICE 417, total amount due SGD 100.17']));
  const of = [{ __typename: 'Attachment', id: 'attachment-1', uploadId }];
  const first = await ask(ATTACHMENTS, { of }, rina);
  expect(first.errors).toBeUndefined();
  expect(first.data?._entities).toMatchObject([{ document: { kind: 'INVOICE', pagesRead: 1 } }]);
  const { rows } = await database.query('select upload_id from documents.readings');
  expect(rows).toEqual([{ upload_id: uploadId }]);
  // What is read again would be missing here.
  await database.query("update documents.readings set reading = jsonb_set(reading, '{text}', '\"kept\"')");
  expect((await ask(ATTACHMENTS, { of }, rina)).data?._entities).toMatchObject([{ document: { text: 'kept' } }]);
});

test('an upload is read for its owner alone, and an attachment only by the island that attached it', async () => {
  const { id } = await uploads.put(rina, { bytes: Buffer.from('Invoice no. 417') });
  for (const identity of [other, ANONYMOUS]) {
    const { data, errors } = await ask(CLASSIFY, { uploadId: id }, identity);
    expect(data).toEqual({ classifyDocument: null });
    expect(errors).toMatchObject([
      {
        message: `Expected the id of an upload of yours that has not expired; "${id}" is none. Upload it again.`,
        extensions: { code: 'NOT_FOUND' },
      },
    ]);
  }
  const of = [{ __typename: 'Attachment', id: 'attachment-1', uploadId: id }];
  expect((await ask(ATTACHMENTS, { of }, rina)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('without an id of the upload there is nothing to read', async () => {
  const { errors } = await ask(ATTACHMENTS, { of: [{ __typename: 'Attachment', id: 'attachment-1' }] });
  expect(errors).toMatchObject([
    { message: 'Attachment.document needs Attachment.uploadId.', extensions: { code: 'INPUT_UNAVAILABLE' } },
  ]);
});

test('a photo of no document has hardly any text, and is no invoice', async () => {
  const photo = await readFile(new URL('../../world/inquiries/photos/tiffin.jpg', import.meta.url));
  const { data, errors } = await read(photo);
  expect(errors).toBeUndefined();
  expect(data?.classifyDocument).toMatchObject({
    kind: null,
    text: expect.stringMatching(/^.{0,12}$/s),
    language: null,
  });
}, 30_000);

test('of a PDF with text the text is taken, without a model that reads', async () => {
  const lines = [
    'INVOICE number 417 of Lumen Home',
    'Total amount due: SGD 100.17',
    'Please pay within 14 days by transfer',
    'The fourth page is not read any more',
  ];
  const { data, errors } = await read(textPdf(lines));
  expect(errors).toBeUndefined();
  expect(data?.classifyDocument).toMatchObject({
    kind: 'INVOICE',
    text: lines.slice(0, 3).join('\n\n'),
    boxes: [{ page: 1, confidence: 1 }, { page: 2 }, { page: 3 }],
    pagesRead: 3,
    pageCount: 4,
    reader: null,
  });
});

test('a plain text is taken as it is', async () => {
  const text = 'Formulir retur barang\nAlasan pengembalian: barang rusak\nNomor pesanan: 4711';
  expect((await read(Buffer.from(`\ufeff${text}`))).data?.classifyDocument).toMatchObject({
    kind: 'RETURN_FORM',
    language: 'id',
    text,
    boxes: [],
    pagesRead: 1,
    pageCount: 1,
    reader: null,
  });
  expect((await ask(CLASSIFY, { text })).data?.classifyDocument).toMatchObject({ kind: 'RETURN_FORM', text });
});

test('of a text in another script no kind is told; the rest is', async () => {
  const { data, errors } = await ask(CLASSIFY, { text: 'ใบแจ้งหนี้ ยอดรวม 100 บาท' });
  expect(data?.classifyDocument).toMatchObject({ kind: null, language: null, text: 'ใบแจ้งหนี้ ยอดรวม 100 บาท' });
  expect(errors).toMatchObject([{ path: ['classifyDocument', 'kind'], extensions: { code: 'UNSUPPORTED_LANGUAGE' } }]);
});

test('a file that cannot be opened says what was expected, and the next one is read', async () => {
  const bomb = await sharp({
    create: { width: 7_000, height: 6_000, channels: 3, background: 'red' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  const faults: [Buffer, string][] = [
    [bomb, 'Expected a picture of at most 40 million pixels, got a PNG picture of more.'],
    [invoice.subarray(0, 9_000), 'Expected a whole JPEG picture, got one that is broken or cut off.'],
    [
      lockedPdf(),
      'Expected a PDF that opens without a password, got one that is encrypted. Save it without its password, then upload it again.',
    ],
    [
      Buffer.from('%PDF-1.7\nnothing'),
      'Expected a whole PDF, got one whose page 1 cannot be opened. Save it anew, then upload it again.',
    ],
  ];
  for (const [bytes, message] of faults) {
    expect(await refusal(bytes)).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  }
  expect((await read(textPdf(['INVOICE 417, total amount due SGD 5']))).errors).toBeUndefined();
});

test.each([
  [{}, 'Expected either text or uploadId, got neither.'],
  [{ text: 'x', uploadId: 'upload-1' }, 'Expected either text or uploadId, got both.'],
  [{ text: '  ' }, 'text: expected 1 to 20,000 characters of text, got "  ".'],
  [{ uploadId: 'upload-1' }, 'uploadId: expected the id of an upload, as POST /uploads gave it, got "upload-1".'],
])('%j is refused', async (variables, message) => {
  expect((await ask(CLASSIFY, variables, rina)).errors).toMatchObject([
    { message, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('when the usual model breaks, words answer, and the answer is marked', async () => {
  const code = new URL('fixtures/brokenModel.ts', import.meta.url);
  const { kinds } = definition.models ?? {};
  if (kinds === undefined) throw new Error('There is no model of kinds.');
  const models = { kinds: { ...kinds, code } };
  const broken = await startSubgraph({ ...definition, models }, { resources: resources(), log });
  const variables = { text: 'RECEIPT\nTotal SGD 12.00\nCash 20.00\nChange 8.00\nThank you for shopping with us' };
  const { data } = await broken.execute({ query: CLASSIFY, variables }, context(ANONYMOUS));
  expect(data?.classifyDocument).toMatchObject({ kind: 'RECEIPT', degraded: true, model: { name: 'documents-words' } });
}, 60_000);
