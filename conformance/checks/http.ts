import { type Check, Violation } from '../check.ts';
import { type Client, readAnswer } from '../client.ts';
import { describe } from '../describe.ts';

const JSON_TYPES = /^application\/(json|graphql-response\+json)\s*(;|$)/i;

export const httpChecks: readonly Check[] = [
  {
    id: 'http.post',
    rule: 'A POST of the JSON `{"query":"{ __typename }"}` is answered with status 200 and the name of the query type in `data`.',
    advice: 'Serve GraphQL at this URL by POST; see https://graphql.github.io/graphql-over-http/.',
    run: async ({ client }) => {
      const answer = await client.post('{"query":"{ __typename }"}');
      const { data } = readAnswer(answer);
      if (answer.status !== 200 || typeof data?.__typename !== 'string') {
        throw new Violation(
          'status 200 and {"data":{"__typename":"Query"}}',
          `status ${answer.status} and ${describe(answer.body)}`,
        );
      }
    },
  },
  {
    id: 'http.contentType',
    rule: 'The content type of an answer is `application/json` or `application/graphql-response+json`.',
    advice: 'Set the header content-type of every answer.',
    needs: ['http.post'],
    run: async ({ client }) => {
      const { contentType } = await client.post('{"query":"{ __typename }"}');
      if (contentType === null || !JSON_TYPES.test(contentType)) {
        throw new Violation('application/json or application/graphql-response+json', contentType ?? 'no content-type');
      }
    },
  },
  {
    id: 'http.variables',
    rule: 'Variables, aliases, fragments, `@include` and `@skip` do what the GraphQL specification says.',
    advice: 'The router sends all of them; read sections 2 and 3.13 of the specification.',
    needs: ['http.post'],
    run: async ({ client }) => {
      const query = `query ($yes: Boolean!, $no: Boolean = false) {
        a: __typename ... @include(if: $yes) { b: __typename } c: __typename @skip(if: $yes) d: __typename @include(if: $no)
      }`;
      const { data, errors } = await client.ask({ query, variables: { yes: true } });
      const keys = Object.keys(data ?? {}).join(' ');
      if (errors !== undefined || keys !== 'a b')
        throw new Violation('data with the keys a and b', describe(errors ?? data));
    },
  },
  {
    id: 'http.operationName',
    rule: 'Of a document with several operations the one in `operationName` is executed; a name that none has is an error.',
    advice: 'Look the operation up by its name, and answer with `errors` where there is none.',
    needs: ['http.post'],
    run: async ({ client }) => {
      const query = 'query First { first: __typename } query Second { second: __typename }';
      const { data } = await client.ask({ query, operationName: 'Second' });
      if (data?.second === undefined) throw new Violation('the answer of the operation Second', describe(data));
      await requireRefusal(client, { query, operationName: 'Third' });
    },
  },
  {
    id: 'http.errors',
    rule: 'A document that does not parse, and one that does not fit the schema, are each answered with `errors` as JSON and no data.',
    advice: 'Parse and validate before anything is executed; each error is an object with a message.',
    needs: ['http.post'],
    run: async ({ client }) => {
      await requireRefusal(client, { query: '{ __typename' });
      await requireRefusal(client, { query: '{ noFieldHasThisName }' });
    },
  },
  {
    id: 'http.badBody',
    rule: 'An empty body, one that is not JSON and one without a query have a status from 400 to 499, and the next request is answered.',
    advice: 'A mistake of the caller is no 5xx: the router takes those for a sick subgraph.',
    needs: ['http.post'],
    run: async ({ client }) => {
      for (const body of ['', '{ "query"', '{}']) {
        const { status } = await client.post(body);
        if (status < 400 || status > 499) {
          throw new Violation(
            `a status from 400 to 499 for the body ${body === '' ? '(empty)' : body}`,
            `status ${status}`,
          );
        }
        await client.ask({ query: '{ __typename }' });
      }
    },
  },
  {
    id: 'http.introspection',
    rule: 'Introspection is answered as the specification says, or refused with `errors` as JSON.',
    advice: 'Answer `__schema`, or refuse it as any field that there is not.',
    needs: ['http.post'],
    run: async ({ client }) => {
      const { data } = await client.ask({ query: '{ __typename }' });
      const answer = await client.ask({ query: '{ __schema { queryType { name } } }' });
      if (answer.errors !== undefined && answer.errors.length > 0) return;
      const expected = { __schema: { queryType: { name: data?.__typename } } };
      if (JSON.stringify(answer.data) !== JSON.stringify(expected)) {
        throw new Violation(`${describe(expected)}, or errors`, describe(answer.data));
      }
    },
  },
];

async function requireRefusal(client: Client, request: { query: string; operationName?: string }): Promise<void> {
  const { data, errors } = await client.ask(request);
  if (errors === undefined || errors.length === 0 || (data !== undefined && data !== null)) {
    throw new Violation(`errors and no data for ${describe(request)}`, describe({ data, errors }));
  }
}
