import { type Check, Violation } from '../check.ts';
import type { GraphqlRequest } from '../client.ts';
import { describe } from '../describe.ts';
import { entityRequest } from '../entityQuery.ts';
import { selectFields } from '../fields.ts';
import type { Subject } from '../subject.ts';

const DEADLINE_HEADER = 'x-deadline-ms';
const BUDGET_MS = 1_000;
/** What the network and a busy machine may add to a budget. */
const GRACE_MS = 3_000;

const TYPENAME: GraphqlRequest = { query: '{ __typename }' };
const TRACES = [
  '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
];
const NO_TRACES = ['', 'none', '00-zz-b7ad6b7169203331-01', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`];
const NO_BUDGETS = ['soon', '-1', '1e3', '9'.repeat(30)];

export const headerChecks: readonly Check[] = [
  {
    id: 'tracing.accepted',
    rule: 'A request with `traceparent` and `tracestate` (W3C Trace Context) is answered as one without.',
    advice: 'Continue the trace, or ignore the header.',
    needs: ['http.post'],
    run: async (subject) => {
      for (const traceparent of TRACES) await requireAnswer(subject, { traceparent, tracestate: 'archipelago=1' });
    },
  },
  {
    id: 'tracing.malformed',
    rule: 'A malformed `traceparent` is ignored.',
    advice: 'Begin a trace of your own where the header is none; W3C Trace Context asks for it.',
    needs: ['http.post', 'tracing.accepted'],
    run: async (subject) => {
      for (const traceparent of NO_TRACES) await requireAnswer(subject, { traceparent });
    },
  },
  {
    id: 'deadline.kept',
    rule: 'With `x-deadline-ms`, the milliseconds that are left, an answer comes within them: whole, or with DEADLINE_EXCEEDED where it was given up.',
    advice: 'Give up what is not ready by then, and answer; the router has stopped waiting.',
    needs: ['http.post'],
    run: async (subject) => {
      for (const request of await heavyRequests(subject)) {
        await subject.client.ask(request, { [DEADLINE_HEADER]: String(BUDGET_MS) }, BUDGET_MS + GRACE_MS);
      }
    },
  },
  {
    id: 'deadline.tiny',
    rule: 'With one millisecond left there is an answer or an error, as JSON, and the next request is answered whole.',
    advice: 'A deadline that has passed is an error of its request alone.',
    needs: ['http.post', 'deadline.kept'],
    run: async (subject) => {
      for (const request of await heavyRequests(subject)) {
        await subject.client.ask(request, { [DEADLINE_HEADER]: '1' });
        await requireAnswer(subject, {});
      }
    },
  },
  {
    id: 'deadline.malformed',
    rule: 'An `x-deadline-ms` that is no whole number of milliseconds is ignored, or refused with an error that has a code, as JSON.',
    advice: 'Read the header as digits only; a caller without a budget has all the time.',
    needs: ['http.post', 'deadline.kept'],
    run: async (subject) => {
      for (const value of NO_BUDGETS) {
        const { errors = [] } = await subject.client.ask(TYPENAME, { [DEADLINE_HEADER]: value });
        if (errors.some(({ extensions }) => typeof extensions?.code !== 'string')) {
          throw new Violation(`an answer, or an error with a code, for the budget ${value}`, describe(errors));
        }
        await requireAnswer(subject, {});
      }
    },
  },
];

async function requireAnswer({ client }: Subject, headers: Record<string, string>): Promise<void> {
  const { data, errors } = await client.ask(TYPENAME, headers);
  if (errors !== undefined || typeof data?.__typename !== 'string') {
    throw new Violation(
      `an answer to ${TYPENAME.query} with the headers ${describe(headers)}`,
      describe(errors ?? data),
    );
  }
}

/** What takes the subgraph longest of all that is known of it. */
async function heavyRequests(subject: Subject): Promise<GraphqlRequest[]> {
  const schema = await subject.schema().catch(() => undefined);
  const requests = schema?.entities.flatMap((entity) => {
    const [sample] = subject.samplesOf(entity);
    const selections = sample && selectFields(entity.type, schema.subgraph, sample);
    return selections === undefined
      ? []
      : [entityRequest([{ typename: entity.name, selections }], subject.samplesOf(entity))];
  });
  return [TYPENAME, ...(requests ?? [])];
}
