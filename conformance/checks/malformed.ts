import { type Check, Violation } from '../check.ts';
import { describe } from '../describe.ts';
import { entityRequest } from '../entityQuery.ts';
import type { Entity } from '../subgraphSchema.ts';

export const malformedChecks: readonly Check[] = [
  {
    id: 'entities.malformed',
    rule: 'Representations that are none have errors with `message` and `extensions.code`, as JSON, and the next request is answered.',
    advice: 'Check __typename and key before they are used; a code is one of docs/errors.md, such as BAD_USER_INPUT.',
    needs: ['service.federation2'],
    run: async (subject) => {
      const [entity] = await subject.entities();
      for (const representations of malformed(entity)) {
        const request = entityRequest([], []);
        const { errors = [] } = await subject.client.ask({ ...request, variables: { representations } });
        const typed = errors.length > 0 && errors.every(({ extensions }) => typeof extensions?.code === 'string');
        if (!typed) {
          throw new Violation(
            `errors with extensions.code for the representations ${describe(representations)}`,
            describe(errors),
          );
        }
        await subject.client.ask({ query: '{ __typename }' });
      }
    },
  },
];

/** What stands where a list of representations should. */
function malformed({ name }: Entity): unknown[] {
  return [null, 'none', [null], [{}], [{ __typename: 'NoSuchType', id: '1' }], [{ __typename: 7, id: name }], [[]]];
}
