import { requireScope, requireSubject } from '../../kit/access.ts';
import { readPage, toConnection } from '../../kit/connection.ts';
import type { RequestContext } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { DateTime } from '../../kit/dateTime.ts';
import { JobResults } from '../../kit/jobs/jobResults.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { isNewestFirstKey, type NewestFirstKey, newestFirstKey } from '../../kit/newestFirst.ts';
import { readInput } from '../../kit/readInput.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { READ_SCOPE, type Reach, reachOf, WRITE_SCOPE } from './access.ts';
import { ArticleStore } from './articleStore.ts';
import {
  articleId,
  articleUpdate,
  attachmentId,
  idempotencyKey,
  inquiryId,
  jobId,
  language,
  newInquiry,
} from './input.ts';
import { triageInbox } from './jobs/triageInbox.ts';
import { inboxTriage } from './jobs/triageTally.ts';
import { SupportLoaders } from './loaders.ts';
import type { Resolvers } from './schema.generated.ts';
import { type ArticleRow, InquiryStore } from './store.ts';

export interface Context extends RequestContext {
  readonly inquiries: InquiryStore;
  readonly articles: ArticleStore;
  readonly loaders: SupportLoaders;
  readonly triages: JobResults;
  readonly reach: Reach;
  readonly jobs: () => Promise<Jobs>;
  readonly uploads: () => Promise<Uploads>;
}

export interface ContextServices extends Pick<Context, 'jobs' | 'uploads'> {
  readonly database: Database;
}

export function createContext(request: RequestContext, { database, jobs, uploads }: ContextServices): Context {
  const inquiries = new InquiryStore(database);
  const articles = new ArticleStore(database);
  const reach = reachOf(request.identity);
  const loaders = new SupportLoaders(inquiries, articles, reach);
  const triages = new JobResults(async () => (await jobs()).directory, request.identity);
  return { ...request, inquiries, articles, loaders, triages, reach, jobs, uploads };
}

const INQUIRIES = { of: 'inquiries', default: 20, max: 50 };
const ARTICLES = { of: 'articles', default: 20, max: 100 };

const articleKey = ({ id, updatedAt }: ArticleRow): NewestFirstKey => newestFirstKey({ id, createdAt: updatedAt });

export const resolvers: Resolvers = {
  DateTime,
  Query: {
    inquiry: (_, { id }, { loaders }) => loaders.inquiryById.load(readInput(inquiryId, id, 'id')),
    inquiries: async (_, { status = null, ...page }, { inquiries, identity, reach }) => {
      requireSubject(identity);
      const wanted = readPage(page, INQUIRIES, isNewestFirstKey);
      return toConnection(await inquiries.newestInquiries(wanted, { reach, status }), wanted, newestFirstKey);
    },
    article: (_, { id }, { loaders }) => loaders.articleById.load(readInput(articleId, id, 'id')),
    articles: async (_, { language: code, ...page }, { articles }) => {
      const wanted = readPage(page, ARTICLES, isNewestFirstKey);
      const rows = await articles.newestArticles(wanted, readInput(language, code, 'language'));
      return toConnection(rows, wanted, articleKey);
    },
  },
  Mutation: {
    createInquiry: async (_, { input, idempotencyKey: key }, { inquiries, identity, jobs, uploads }) => {
      requireSubject(identity);
      const given = readInput(newInquiry, input, 'input');
      return inquiries.create(given, {
        identity,
        idempotencyKey: readInput(idempotencyKey, key, 'idempotencyKey'),
        uploads: await uploads(),
        jobs: await jobs(),
      });
    },
    updateArticle: async (_, { input }, { articles, identity, jobs }) => {
      requireScope(WRITE_SCOPE, identity);
      return articles.update(readInput(articleUpdate, input, 'input'), await jobs());
    },
    triageInbox: async (_, { idempotencyKey: key }, { identity, jobs }) => {
      requireScope(READ_SCOPE, identity);
      const { id } = await (await jobs()).submit(triageInbox, null, { identity, idempotencyKey: key ?? undefined });
      return { id };
    },
  },
  Inquiry: {
    __resolveReference: ({ id }, { loaders }) => loaders.inquiryById.load(readInput(inquiryId, id, 'id')),
    priority: ({ priority }, _, { reach }) => (reach === 'everybody' ? priority : null),
    customer: ({ customerId }) => ({ id: customerId }),
    order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
    attachments: ({ id }, _, { loaders }) => loaders.attachmentsOf.load(id),
  },
  Attachment: {
    __resolveReference: ({ id }, { loaders }) => loaders.attachmentById.load(readInput(attachmentId, id, 'id')),
  },
  Article: {
    __resolveReference: ({ id }, { loaders }) => loaders.articleById.load(readInput(articleId, id, 'id')),
  },
  Job: {
    __resolveReference: ({ id }, { triages }) => triages.find(readInput(jobId, id, 'id')),
    inboxTriage: ({ id }, _, { triages }) => triages.result(id, triageInbox, inboxTriage),
  },
  InboxTriage: {
    // Whoever may see the job, but not the inquiries, learns how many there are.
    mostUrgent: async ({ mostUrgent }, _, { loaders }) => {
      const found = await Promise.all(mostUrgent.map((id) => loaders.inquiryById.load(id)));
      return found.filter((inquiry) => inquiry !== null);
    },
  },
};
