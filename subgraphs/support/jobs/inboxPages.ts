import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphAnswer } from '../../../kit/graph.ts';
import type { JobContext } from '../../../kit/jobs/defineJob.ts';
import type { ReadInquiry } from './priority.ts';

/** Asks the whole graph: language, mood and topic are other subgraphs' to tell, and may be missing. */
type Ask = Pick<JobContext<unknown>, 'askPartly' | 'signal'>;

interface InboxPage {
  readonly inquiries: {
    readonly nodes: readonly ReadInquiry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** No more at once than models judge within the deadlines of their fields, on a core that does other things, too. */
const INBOX = `query ($after: String) {
  inquiries(status: OPEN, first: 20, after: $after) {
    nodes { id version createdAt language { code } sentiment { label } topic { label subtopic } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What another moment may change. */
const PASSING: readonly unknown[] = ['DEADLINE_EXCEEDED', 'OVERLOADED', 'SUBGRAPH_UNAVAILABLE', 'MODEL_FAILED'];
const TRIES = 3;
const PAUSE_MS = 250;

/**
 * All open inquiries, newest first, page by page.
 * @throws CodedError what the graph says when it tells of no inquiries.
 */
export async function* readInbox(ask: Ask): AsyncGenerator<readonly ReadInquiry[]> {
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: InboxPage['inquiries'] = await readPage(after, ask);
    yield nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

/** What models were too late or too busy to tell is asked for again, twice. */
async function readPage(after: string | null, { askPartly, signal }: Ask): Promise<InboxPage['inquiries']> {
  for (let attempt = 1; ; attempt += 1) {
    const { data, errors } = await askPartly<InboxPage>(INBOX, { after });
    if (attempt === TRIES || !errors.some(passes)) return data.inquiries;
    await sleep(attempt * PAUSE_MS, undefined, { signal });
  }
}

function passes({ extensions }: NonNullable<GraphAnswer['errors']>[number]): boolean {
  return PASSING.includes(extensions.code);
}
