import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Projection } from '../../kit/changes/defineProjection.ts';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import type { Graph } from '../../kit/graph.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import { articles } from '../../world/articles.ts';
import { createInquiries } from '../../world/inquiries.ts';
import { DAMAGED_ORDER_ID, STORY_INQUIRY_EN, STORY_INQUIRY_ID } from '../../world/story.ts';
import support from './index.ts';
import { AGENT, EDITOR, RINA, STRANGER } from './testPeople.ts';

const world = createInquiries();

interface InquiryNode {
  readonly id: string;
  readonly message: string;
  readonly attachments: readonly { readonly id: string; readonly fileName: string }[];
}

interface Inquiries {
  readonly inquiries: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Nobody builds a projection in these tests. */
const NO_GRAPH: Graph = { execute: async () => ({ data: null }) };

describeOnDatabases('support', (open) => {
  let database: Database;
  let island: TestIsland;
  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(support, database);
  });
  afterAll(async () => {
    await island?.close();
    await database?.close();
  });

  const INQUIRY = `query ($id: ID!) { inquiry(id: $id) {
    id message status priority customer { id } order { id } attachments { id fileName contentType byteSize }
  } }`;
  const LIST = `query ($first: Int, $after: String, $status: InquiryStatus) {
    inquiries(first: $first, after: $after, status: $status) { nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  const CREATE = `mutation ($input: CreateInquiryInput!, $key: ID) { createInquiry(input: $input, idempotencyKey: $key) {
    id message status version customer { id } order { id } attachments { id fileName }
  } }`;

  const upload = async (text: string, identity: Identity = RINA): Promise<string> =>
    (await (await island.uploads()).put(identity, { fileName: `${text}.txt`, bytes: Buffer.from(text) })).id;
  const create = async (input: object, identity: Identity = RINA, key?: string) => {
    const { data, errors } = await island.ask(CREATE, { input, key }, identity);
    return { inquiry: (data?.createInquiry ?? null) as InquiryNode | null, error: errors?.[0] };
  };
  const count = async (table: string): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*) from support.${table}`)).rows[0]?.count ?? -1;

  /** What is told of the entities from now on. */
  const listenTo = async (entity: string): Promise<readonly unknown[]> => {
    const told: unknown[] = [];
    const projection: Projection = {
      consumer: 'listener',
      entity,
      identity: AGENT,
      apply: async (_, state) => void told.push(state),
      clear: async () => {},
      rebuild: async function* () {},
    };
    (await island.jobs()).changes.project(projection, NO_GRAPH);
    const built = () =>
      database.query('select from jobs.subscriptions where entity = $1 and rebuild_at is null', [entity]);
    await expect.poll(async () => (await built()).rows.length, { timeout: 20_000 }).toBe(1);
    return told;
  };

  describe('an inquiry', () => {
    test('is told to its customer, with what came along', async () => {
      const { data, errors } = await island.ask(INQUIRY, { id: STORY_INQUIRY_EN }, RINA);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        inquiry: {
          id: STORY_INQUIRY_EN,
          message: world.find(({ id }) => id === STORY_INQUIRY_EN)?.message,
          status: 'OPEN',
          priority: null,
          customer: { id: 'user-demo' },
          order: { id: DAMAGED_ORDER_ID },
          attachments: [
            {
              id: 'attachment-story-en-1',
              fileName: 'tiffin.jpg',
              contentType: 'image/jpeg',
              byteSize: expect.any(Number),
            },
          ],
        },
      });
    });

    test('is told to agents', async () => {
      const { data } = await island.ask(INQUIRY, { id: STORY_INQUIRY_EN }, AGENT);
      expect(data).toMatchObject({ inquiry: { id: STORY_INQUIRY_EN, attachments: [{ fileName: 'tiffin.jpg' }] } });
    });

    test.each([
      ['somebody else, whatever other scopes they have', STRANGER],
      ['nobody known', ANONYMOUS],
    ])('does not exist for %s, and neither does what came along', async (_, identity) => {
      expect(await island.ask(INQUIRY, { id: STORY_INQUIRY_EN }, identity)).toEqual({ data: { inquiry: null } });
      const entities = await island.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
          ... on Inquiry { message } ... on Attachment { fileName }
        } }`,
        {
          of: [
            { __typename: 'Inquiry', id: STORY_INQUIRY_EN },
            { __typename: 'Inquiry', id: 'inquiry-none' },
            { __typename: 'Attachment', id: 'attachment-story-en-1' },
          ],
        },
        identity,
      );
      expect(entities).toEqual({ data: { _entities: [null, null, null] } });
    });

    test('and many more are found as entities with one query, in the order asked for', async () => {
      const ids = world.slice(0, 100).map(({ id }) => id);
      const { data } = await island.ask(
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Inquiry { id attachments { id } } } }',
        { of: ids.map((id) => ({ __typename: 'Inquiry', id })) },
        AGENT,
      );
      expect(data?._entities).toEqual(ids.map((id) => ({ id, attachments: [] })));
      expect(island.queries.length).toBe(2);
    });
  });

  describe('the list of inquiries', () => {
    test('has a customer’s own, newest first', async () => {
      const { data } = await island.ask(LIST, { first: 50 }, RINA);
      const ids = (data as unknown as Inquiries).inquiries.nodes.map(({ id }) => id);
      expect(ids.filter((id) => /story/.test(id))).toEqual([STORY_INQUIRY_EN, STORY_INQUIRY_ID]);
      expect((await island.ask(LIST, {}, STRANGER)).data).toMatchObject({ inquiries: { nodes: [] } });
    });

    test('has everybody’s for agents, page after page, each once', async () => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await island.ask(LIST, { first: 50, after, status: 'CLOSED' }, AGENT);
        const page: Inquiries['inquiries'] = (data as unknown as Inquiries).inquiries;
        ids.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      const closed = world.filter(({ status }) => status === 'CLOSED').toReversed();
      expect(new Set(ids)).toEqual(new Set(closed.map(({ id }) => id)));
      expect(ids.length).toBe(closed.length);
      expect(ids[0]).toBe(closed[0]?.id);
    });

    test('is not for somebody unknown', async () => {
      const { errors } = await island.ask(LIST);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    test('takes no page beyond the limits, and no cursor of another list', async () => {
      const ofArticles = Buffer.from('["articles","2026-01-01T00:00:00.000Z","article-a"]').toString('base64url');
      for (const variables of [{ first: 51 }, { after: ofArticles }]) {
        const { errors } = await island.ask(LIST, variables, AGENT);
        expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }
    });
  });

  describe('asking', () => {
    test('keeps the message, the order as it was given, and what was uploaded, for good', async () => {
      const uploadIds = [await upload('one'), await upload('two')];
      const { inquiry, error } = await create({ message: '  It broke. \n', orderId: 'order-of-somebody', uploadIds });
      expect(error).toBeUndefined();
      expect(inquiry).toEqual({
        id: expect.stringMatching(/^inquiry-[0-9a-f-]{36}$/),
        message: 'It broke.',
        status: 'OPEN',
        version: 1,
        customer: { id: 'user-demo' },
        order: { id: 'order-of-somebody' },
        attachments: [
          { id: expect.stringMatching(/^attachment-/), fileName: 'one.txt' },
          { id: expect.stringMatching(/^attachment-/), fileName: 'two.txt' },
        ],
      });
      expect(await (await island.uploads()).find(uploadIds, RINA)).toMatchObject([
        { expiresAt: null },
        { expiresAt: null },
      ]);
    });

    test('needs neither an order nor a file', async () => {
      const { inquiry } = await create({ message: 'Where are you?' });
      expect(inquiry).toMatchObject({ order: null, attachments: [] });
    });

    test('tells those who keep inquiries of the new one', async () => {
      const told = await listenTo('Inquiry');
      const { inquiry } = await create({ message: 'Heard?', orderId: 'order-1' });
      const payload = {
        message: 'Heard?',
        status: 'OPEN',
        priority: null,
        customerId: 'user-demo',
        orderId: 'order-1',
        createdAt: expect.stringMatching(/Z$/),
      };
      await expect.poll(() => told).toEqual([{ id: inquiry?.id, version: 1, payload }]);
    });

    test('twice with one key is asking once, also at the same time', async () => {
      const input = { message: 'Once.', uploadIds: [await upload('once')] };
      const before = await count('inquiries');
      const answers = await Promise.all([create(input, RINA, 'k-1'), create(input, RINA, 'k-1')]);
      const again = await create(input, RINA, 'k-1');
      expect(new Set([...answers, again].map(({ inquiry }) => inquiry?.id)).size).toBe(1);
      expect(again.inquiry?.attachments).toMatchObject([{ fileName: 'once.txt' }]);
      expect(await count('inquiries')).toBe(before + 1);

      const other = await create({ message: 'Twice.' }, RINA, 'k-1');
      expect(other.error?.extensions).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', inquiryId: again.inquiry?.id });
      const ofAnother = await create({ message: 'Mine.' }, STRANGER, 'k-1');
      expect(ofAnother.inquiry).toMatchObject({ message: 'Mine.', customer: { id: 'user-stranger' } });
    });

    test('with an upload that is not the caller’s, has expired or is attached already keeps nothing', async () => {
      const foreign = await upload('foreign', STRANGER);
      const expired = await upload('expired');
      await database.query(`update uploads.uploads set expires_at = now() - interval '1 s' where id = $1`, [expired]);
      const attached = await upload('attached');
      await create({ message: 'First.', uploadIds: [attached] });
      const fine = await upload('fine');
      const before = await count('inquiries');
      for (const bad of [foreign, expired, attached, 'upload-00000000-0000-4000-8000-000000000000']) {
        const { inquiry, error } = await create({ message: 'Second.', uploadIds: [fine, bad] }, RINA, `key-${bad}`);
        expect(inquiry).toBeNull();
        expect(error?.extensions.code).toBe('NOT_FOUND');
      }
      expect(await count('inquiries')).toBe(before);
      expect(await (await island.uploads()).find([fine], RINA)).toMatchObject([{ expiresAt: expect.any(Date) }]);
    });

    test.each([
      [
        'nothing',
        { message: ' ' },
        'BAD_USER_INPUT',
        'input.message: expected 1 to 5,000 characters of text, got " ".',
      ],
      [
        'about what is no order',
        { message: 'x', orderId: 'product-1' },
        'BAD_USER_INPUT',
        'input.orderId: expected an id',
      ],
      [
        'with six files',
        { message: 'x', uploadIds: Array(6).fill('upload-00000000-0000-4000-8000-000000000000') },
        'BAD_USER_INPUT',
        'input.uploadIds: expected at most 5 ids of uploads, each once, got a list of 6.',
      ],
      [
        'with what is no upload',
        { message: 'x', uploadIds: ['photo.jpg'] },
        'BAD_USER_INPUT',
        'input.uploadIds.0: expected the id of an upload, as POST /uploads gave it, got "photo.jpg".',
      ],
    ])('%s is refused', async (_, input, code, message) => {
      const { error } = await create(input);
      expect(error?.extensions.code).toBe(code);
      expect(error?.message).toContain(message);
    });

    test('is not for somebody unknown', async () => {
      expect((await create({ message: 'x' }, ANONYMOUS)).error?.extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  describe('the knowledge base', () => {
    test('is for everybody, by language, those that changed last first', async () => {
      const { data } = await island.ask(
        '{ articles(language: "id", first: 100) { nodes { id title language topic version updatedAt } } }',
      );
      const expected = articles
        .filter(({ language }) => language === 'id')
        .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? 1 : -1));
      expect(data).toEqual({
        articles: {
          nodes: expected.map(({ id, title, language, topic, updatedAt }) => ({
            id,
            title,
            language,
            topic,
            version: 1,
            updatedAt: updatedAt.toISOString(),
          })),
        },
      });
    });

    test('is found by id, and as entities with one query', async () => {
      const id = 'article-damaged-on-arrival-en';
      const { data } = await island.ask(
        `query ($id: ID!, $of: [_Any!]!) {
          article(id: $id) { title }
          _entities(representations: $of) { ... on Article { body } }
        }`,
        { id, of: [id, 'article-none', 'article-damaged-on-arrival-id'].map((id) => ({ __typename: 'Article', id })) },
      );
      const bodyOf = (id: string) => ({ body: articles.find((article) => article.id === id)?.body });
      expect(data).toEqual({
        article: { title: 'My item arrived broken or damaged' },
        _entities: [bodyOf(id), null, bodyOf('article-damaged-on-arrival-id')],
      });
      expect(island.queries.length).toBe(1);
    });

    const UPDATE = `mutation ($input: UpdateArticleInput!) { updateArticle(input: $input) { title body version } }`;

    test('is changed by editors, from the version that they read, and those who keep it are told', async () => {
      const told = await listenTo('Article');
      const input = { id: 'article-no-price-match-en', version: 1, title: 'New title', body: 'New body.' };
      const changed = await island.ask(UPDATE, { input }, EDITOR);
      expect(changed.data).toEqual({ updateArticle: { title: 'New title', body: 'New body.', version: 2 } });
      await expect
        .poll(() => told)
        .toMatchObject([
          {
            id: input.id,
            version: 2,
            payload: { title: 'New title', body: 'New body.', language: 'en', topic: 'PROMOTION' },
          },
        ]);
      const late = await island.ask(UPDATE, { input }, EDITOR);
      expect(late.errors?.[0]).toMatchObject({
        message: 'input.version: expected 2, which article-no-price-match-en has, got 1. Read it again.',
        extensions: { code: 'CONFLICT', version: 2 },
      });
      const none = await island.ask(UPDATE, { input: { ...input, id: 'article-none' } }, EDITOR);
      expect(none.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });

    test.each([
      [ANONYMOUS, 'UNAUTHENTICATED'],
      [RINA, 'FORBIDDEN'],
      [AGENT, 'FORBIDDEN'],
    ])('is not changed by others', async (identity, code) => {
      const input = { id: 'article-no-price-match-id', version: 1, title: 'x', body: 'x' };
      const { errors } = await island.ask(UPDATE, { input }, identity);
      expect(errors?.[0]?.extensions.code).toBe(code);
    });
  });
});
