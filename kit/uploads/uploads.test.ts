import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../context.ts';
import type { Database } from '../database/database.ts';
import { describeOnDatabases } from '../database/testDatabase.ts';
import type { UploadLimits } from './limits.ts';
import { Uploads } from './uploads.ts';

const log = pino({ level: 'silent' });
const SITI: Identity = { subject: 'user-siti', tenant: 'shop', scopes: [] };
const BUDI: Identity = { subject: 'user-budi', tenant: 'shop', scopes: [] };
/** Of the same name, elsewhere. */
const OTHER_SITI: Identity = { ...SITI, tenant: 'another shop' };

const note = (text: string) => ({ fileName: 'note.txt', bytes: Buffer.from(text) });

describeOnDatabases('uploads', (openDatabase) => {
  let database: Database;
  let uploads: Uploads;
  const open = async (limits: Partial<UploadLimits> = {}): Promise<Uploads> => {
    const opened = await Uploads.open({ database, log, limits });
    await opened.close();
    return opened;
  };
  beforeAll(async () => {
    database = await openDatabase();
    uploads = await open();
  });
  beforeEach(() => database.query('truncate uploads.uploads, uploads.contents'));
  afterAll(() => database?.close());

  const count = async (table: 'contents' | 'uploads'): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*) from uploads.${table}`)).rows[0]?.count ?? -1;
  const expire = (id: string) =>
    database.query(`update uploads.uploads set expires_at = now() - interval '1 second' where id = $1`, [id]);
  const attach = (ids: readonly string[], identity: Identity) =>
    database.transaction((transaction) => uploads.attach(transaction, ids, identity));

  test('keep the bytes for a day, for whoever uploaded them', async () => {
    const upload = await uploads.put(SITI, note('It broke.'));
    expect(upload).toMatchObject({ fileName: 'note.txt', contentType: 'text/plain', byteSize: 9 });
    expect(upload.id).toMatch(/^upload-[0-9a-f-]{36}$/);
    const waits = (upload.expiresAt?.getTime() ?? 0) - upload.createdAt.getTime();
    expect(Math.abs(waits - 24 * 3_600_000)).toBeLessThan(1_000);
    expect(await uploads.find([upload.id], SITI)).toEqual([upload]);
    expect((await uploads.read(upload.id, SITI))?.toString()).toBe('It broke.');
  });

  test('do not exist for anybody else, also of the same name in another tenant', async () => {
    const { id } = await uploads.put(SITI, note('It broke.'));
    for (const identity of [BUDI, OTHER_SITI, ANONYMOUS]) {
      expect(await uploads.find([id], identity)).toEqual([null]);
      expect(await uploads.read(id, identity)).toBeNull();
    }
    for (const identity of [BUDI, OTHER_SITI]) {
      await expect(attach([id], identity)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(attach([id], ANONYMOUS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await uploads.find([id], SITI)).toMatchObject([{ id, expiresAt: expect.any(Date) }]);
  });

  test('of two owners with the same bytes are stored once, and each is its owner’s alone', async () => {
    const one = await uploads.put(SITI, note('Same.'));
    const other = await uploads.put(BUDI, note('Same.'));
    expect(await count('contents')).toBe(1);
    expect(await uploads.find([one.id, other.id], SITI)).toEqual([one, null]);
    await expire(one.id);
    expect(await uploads.clean()).toBe(1);
    expect((await uploads.read(other.id, BUDI))?.toString()).toBe('Same.');
    await expire(other.id);
    expect(await uploads.clean()).toBe(1);
    expect(await count('contents')).toBe(0);
  });

  test('that have expired are gone for everybody before they are removed', async () => {
    const { id } = await uploads.put(SITI, note('Late.'));
    await expire(id);
    expect(await uploads.find([id], SITI)).toEqual([null]);
    expect(await uploads.read(id, SITI)).toBeNull();
    await expect(attach([id], SITI)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await count('uploads')).toBe(1);
  });

  test('that are attached stay, and cannot be attached again', async () => {
    const one = await uploads.put(SITI, note('One.'));
    const two = await uploads.put(SITI, note('Two.'));
    expect(await attach([two.id, one.id], SITI)).toEqual([
      { ...two, expiresAt: null },
      { ...one, expiresAt: null },
    ]);
    expect(await uploads.clean()).toBe(0);
    await expect(attach([one.id], SITI)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await uploads.read(one.id, SITI))?.toString()).toBe('One.');
  });

  test('are read without their owner once they are attached, and not before', async () => {
    const { id } = await uploads.put(SITI, note('One.'));
    expect(await uploads.readAttached(id)).toBeNull();
    await attach([id], SITI);
    expect((await uploads.readAttached(id))?.toString()).toBe('One.');
    expect(await uploads.readAttached('upload-of-nobody')).toBeNull();
  });

  test('go on waiting when the transaction that attaches them is rolled back', async () => {
    const { id } = await uploads.put(SITI, note('One.'));
    const failing = database.transaction(async (transaction) => {
      await uploads.attach(transaction, [id], SITI);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await uploads.find([id], SITI)).toMatchObject([{ expiresAt: expect.any(Date) }]);
    expect(await attach([id], SITI)).toMatchObject([{ id }]);
  });

  test('get a name after their kind where the client gave none', async () => {
    const { fileName } = await uploads.put(SITI, { bytes: Buffer.from('%PDF-1.7') });
    expect(fileName).toBe('attachment.pdf');
  });

  test.each([
    ['anonymous', ANONYMOUS, note('x'), 'UNAUTHENTICATED'],
    ['empty', SITI, note(''), 'BAD_USER_INPUT'],
    ['called like a path', SITI, { ...note('x'), fileName: '../passwd' }, 'BAD_USER_INPUT'],
    ['called like a folder', SITI, { ...note('x'), fileName: '..' }, 'BAD_USER_INPUT'],
    ['a program', SITI, { bytes: Buffer.from('7f454c460201', 'hex') }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too large', SITI, { bytes: Buffer.alloc(11, 'x') }, 'PAYLOAD_TOO_LARGE'],
  ])('are refused when %s, and nothing is kept', async (_, identity, upload, code) => {
    const small = await open({ maxBytes: 10 });
    await expect(small.put(identity, upload)).rejects.toMatchObject({ code });
    expect([await count('uploads'), await count('contents')]).toEqual([0, 0]);
  });

  test('of one owner keep to the limits also when they come at once; others are not touched', async () => {
    const few = await open({ maxWaiting: 3 });
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => few.put(SITI, note(`${n}`))));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(['QUOTA_EXCEEDED', 'QUOTA_EXCEEDED']);
    expect(refused[0].message).toBe(
      'Everybody may have at most 3 uploads that wait to be attached. Attach some of them, or wait until they expire.',
    );
    await few.put(BUDI, note('1'));
    expect(await count('contents')).toBe(3);
  });

  test('count by their bytes, also those that are attached, and no longer once they have expired', async () => {
    const small = await open({ maxTotalBytes: 10, maxCount: 3 });
    const { id } = await small.put(SITI, note('12345'));
    await attach([id], SITI);
    const other = await small.put(SITI, note('1234'));
    await expect(small.put(SITI, note('12'))).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      message: 'Everybody may have at most 10 bytes in all. 1 are left, and this has 2.',
    });
    await expire(other.id);
    await small.put(SITI, note('1'));
    await small.put(SITI, note('2'));
    await expect(small.put(SITI, note('3'))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });

  test('that come while what has expired is removed lose nothing', async () => {
    const old = await uploads.put(SITI, note('Same.'));
    await expire(old.id);
    const [, kept] = await Promise.all([uploads.clean(), uploads.put(BUDI, note('Same.')), uploads.clean()]);
    expect((await uploads.read(kept.id, BUDI))?.toString()).toBe('Same.');
  });
});
