import { isNonNullType } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { CodedError } from '../../kit/errors.ts';
import { composeSupergraph } from '../../supergraph/compose.ts';
import { type Check, NotApplicable, Violation } from '../check.ts';
import { companionSdl } from '../companion.ts';

export const serviceChecks: readonly Check[] = [
  {
    id: 'service.sdl',
    rule: '`{ _service { sdl } }` is the schema as text, with its directives, and it parses.',
    advice: 'Answer with the SDL that the subgraph was written in, federation directives included.',
    needs: ['http.post'],
    run: async (subject) => {
      const sdl = await subject.sdl();
      try {
        parse(sdl);
      } catch (error) {
        throw new Violation('SDL that parses', messageOf(error));
      }
    },
  },
  {
    id: 'service.federation2',
    rule: 'The SDL is federation 2: it has `@link` to https://specs.apollo.dev/federation/v2.x and keeps the rules of its directives.',
    advice: 'Begin it with extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]).',
    needs: ['service.sdl'],
    run: async (subject) => {
      let federation2: boolean;
      try {
        federation2 = (await subject.schema()).subgraph.isFed2Subgraph();
      } catch (error) {
        throw new Violation('a federation 2 schema', messageOf(error));
      }
      if (!federation2)
        throw new Violation('@link to https://specs.apollo.dev/federation/v2.x', 'none: it is federation 1');
    },
  },
  {
    id: 'service.composes',
    rule: 'The SDL composes beside a subgraph that owns what it only refers to: its `@external` fields and unresolvable keys.',
    advice: 'Mend what composition says; it would refuse the whole graph.',
    needs: ['service.federation2'],
    run: async (subject) => {
      const services = [
        { name: 'subject', url: subject.client.url.href, sdl: await subject.sdl() },
        { name: 'companion', url: 'http://companion.invalid/graphql', sdl: companionSdl(await subject.schema()) },
      ];
      try {
        composeSupergraph(services);
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        throw new Violation('a supergraph', error.message);
      }
    },
  },
  {
    id: 'service.modelVersion',
    rule: 'A type `ModelVersion` is the one that all AI subgraphs share: `@shareable`, with `name: String!` and `version: String!`.',
    advice: 'Copy it from kit/ai.graphql; a field that one subgraph adds alone breaks composition for all.',
    needs: ['service.federation2'],
    run: async (subject) => {
      const { subgraph } = await subject.schema();
      const type = subgraph.schema.type('ModelVersion');
      if (type === undefined) throw new NotApplicable('the schema has no ModelVersion');
      const fields = type.kind === 'ObjectType' ? type.fields() : [];
      const shareable = fields.every((field) => subgraph.metadata().isFieldShareable(field));
      const came = fields.map((field) => `${field.name}: ${field.type}`).sort();
      if (came.join() !== 'name: String!,version: String!' || !shareable) {
        throw new Violation(
          'type ModelVersion @shareable { name: String! version: String! }',
          `${type.kind} { ${came.join(' ')} }${shareable ? '' : ', not all of it shareable'}`,
        );
      }
    },
  },
  {
    id: 'service.deadlines',
    rule: 'A field with `@deadline(ms:)` may be null: past its time it is, with the error DEADLINE_EXCEEDED.',
    advice: 'Take the exclamation mark from its type.',
    needs: ['service.federation2'],
    run: async (subject) => {
      const { subgraph } = await subject.schema();
      const timed = subgraph.schema
        .objectTypes()
        .flatMap((type) => type.fields())
        .filter((field) => field.appliedDirectives.some(({ name }) => name === 'deadline'));
      if (timed.length === 0) throw new NotApplicable('the schema has no field with @deadline');
      const strict = timed.filter((field) => field.type !== undefined && isNonNullType(field.type));
      if (strict.length > 0) {
        throw new Violation(
          'types that may be null',
          strict.map((field) => `${field.coordinate}: ${field.type}`).join(', '),
        );
      }
    },
  },
];

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
