import { z } from 'zod';
import { CodedError } from '../../../kit/errors.ts';
import type { GraphClient } from './graphClient.ts';
import type { ListFilter } from './readCommand.ts';
import { JOB_FIELDS, jobShape, type ShownJob } from './shownJob.ts';

const pageShape = z.object({
  jobs: z.object({
    nodes: z.array(jobShape),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const PAGE = `query Jobs($filter: JobFilter, $first: Int, $after: String) {
  jobs(filter: $filter, first: $first, after: $after) { nodes { ${JOB_FIELDS} } pageInfo { hasNextPage endCursor } }
}`;

/** The most that the graph gives at once. */
const MAX_PAGE = 100;

export interface JobPage {
  readonly jobs: readonly ShownJob[];
  /** Whether more follow. */
  readonly more: boolean;
}

/** The jobs of a graph, as whoever asks may see and change them. */
export class JobsClient {
  readonly #graph: GraphClient;

  constructor(graph: GraphClient) {
    this.#graph = graph;
  }

  /** Page by page, newest first. A job that changes meanwhile is in one page at most. */
  async *pages(filter: Partial<ListFilter>, first = MAX_PAGE): AsyncGenerator<JobPage, void, void> {
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await this.#page({ filter, first, after });
      yield { jobs: nodes, more: pageInfo.hasNextPage };
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }

  /** Every page at once. */
  async all(filter: Partial<ListFilter>): Promise<ShownJob[]> {
    const found: ShownJob[] = [];
    for await (const { jobs } of this.pages(filter)) found.push(...jobs);
    return found;
  }

  /**
   * In the order of the ids.
   * @throws CodedError `NOT_FOUND` when there is no such job for whoever asks, `BAD_USER_INPUT` for what cannot be an id
   */
  async find(ids: readonly string[]): Promise<ShownJob[]> {
    const found: ShownJob[] = [];
    for (let start = 0; start < ids.length; start += MAX_PAGE) {
      found.push(...(await this.#findSome(ids.slice(start, start + MAX_PAGE))));
    }
    return found;
  }

  /** @throws CodedError `NOT_FOUND`, `CONFLICT` or `BAD_USER_INPUT` */
  change(what: 'cancel' | 'retry', id: string): Promise<ShownJob> {
    const query = `mutation ($id: ID!) { job: ${what}Job(id: $id) { ${JOB_FIELDS} } }`;
    return this.#graph.ask(z.object({ job: jobShape }), query, { id }).then(({ job }) => job);
  }

  async #page(variables: {
    readonly filter: Partial<ListFilter>;
    readonly first: number;
    readonly after: string | null;
  }): Promise<z.infer<typeof pageShape>['jobs']> {
    return (await this.#graph.ask(pageShape, PAGE, variables)).jobs;
  }

  async #findSome(ids: readonly string[]): Promise<ShownJob[]> {
    const names = ids.map((_, index) => `$id${index}: ID!`).join(', ');
    const fields = ids.map((_, index) => `job${index}: job(id: $id${index}) { ${JOB_FIELDS} }`).join(' ');
    const variables = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
    const found = await this.#graph.ask(
      z.record(z.string(), jobShape.nullable()),
      `query (${names}) { ${fields} }`,
      variables,
    );
    return ids.map((id, index) => {
      const job = found[`job${index}`];
      if (job) return job;
      throw new CodedError('NOT_FOUND', `There is no ${id}, or it is not for you to see.`);
    });
  }
}
