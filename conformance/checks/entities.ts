import { type Check, NotApplicable, Violation } from '../check.ts';
import { describe } from '../describe.ts';
import { aliased, askEntities, entityRequest, requireSame, selectKeys, unaliased } from '../entityQuery.ts';
import { hasKey, isObject, keyOf, type Representation, unknownRepresentation } from '../representation.ts';
import type { Entity, Key } from '../subgraphSchema.ts';
import type { Subject } from '../subject.ts';

/** What a router may send at once for a page of entities. */
const BATCH = 50;

export const entityChecks: readonly Check[] = [
  {
    id: 'entities.unknown',
    rule: 'For each resolvable @key, an id that nothing has is null in its place, or that very entity where only its owner could know; any error names its place.',
    advice: 'Answer `_entities` with a list as long as the representations, null where there is nothing.',
    needs: ['service.federation2'],
    run: async (subject) => {
      for (const { entity, key } of keysOf(await subject.entities())) {
        const representations = [0, 1, 2].map((n) => unknown(subject, entity, key, n));
        const { entities } = await ask(subject, entity, key, representations);
        entities.forEach((came, index) => {
          requireNullOrSame(key, came, representations[index]);
        });
      }
    },
  },
  {
    id: 'entities.known',
    rule: 'A known entity comes with its type and its key, by each resolvable @key that is known of it.',
    advice: 'Resolve the entity by every key that the schema calls resolvable, or mark the key resolvable: false.',
    needs: ['entities.unknown'],
    run: async (subject) => {
      for (const entity of await subject.sampled()) {
        for (const sample of subject.samplesOf(entity)) {
          const keys = entity.keys.filter((key) => hasKey(key, sample));
          if (keys.length === 0)
            throw new NotApplicable(`the known ${entity.name} lacks a key, ${entity.keys[0]?.fields}`);
          for (const key of keys) {
            const representation = keyOf(entity, key, sample);
            const { entities } = await ask(subject, entity, key, [representation]);
            requireSame(key, entities[0], representation);
          }
        }
      }
    },
  },
  {
    id: 'entities.duplicates',
    rule: 'A representation that comes twice is answered twice, in both places.',
    advice: 'Look ids up by their distinct values, then answer for each representation.',
    needs: ['entities.unknown'],
    run: async (subject) => {
      for (const { entity, key } of keysOf(await subject.entities())) {
        const given = likely(subject, entity, key);
        const { entities } = await ask(subject, entity, key, [given, unknown(subject, entity, key, 0), given]);
        if (JSON.stringify(entities[0]) !== JSON.stringify(entities[2])) {
          throw new Violation('the same in the first and the third place', describe(entities));
        }
      }
    },
  },
  {
    id: 'entities.batch',
    rule: `${BATCH} representations in one call, by all keys of a type, are answered in their order.`,
    advice: 'Put what the store brings back into the order of the representations.',
    needs: ['entities.unknown', 'entities.duplicates'],
    run: async (subject) => {
      for (const entity of await subject.entities()) {
        const sent = Array.from({ length: BATCH }, (_, n) => {
          const key = entity.keys[n % entity.keys.length] as Key;
          return { key, representation: n % 3 === 0 ? likely(subject, entity, key) : unknown(subject, entity, key, n) };
        });
        const selections = selectKeys(entity.keys);
        const representations = sent.map(({ representation }) => representation);
        const request = entityRequest([{ typename: entity.name, selections }], representations);
        const { entities } = await askEntities(subject.client, request);
        sent.forEach(({ key, representation }, index) => {
          requireNullOrSame(key, entities[index], representation);
        });
      }
    },
  },
  {
    id: 'entities.types',
    rule: 'Representations of several types in one call are answered in their order, each with its `__typename`.',
    advice: 'Resolve each representation by its own __typename.',
    needs: ['entities.unknown', 'entities.batch'],
    run: async (subject) => {
      const types = await subject.entities();
      if (types.length < 2) throw new NotApplicable('the schema resolves one type only');
      const sent = [...types, ...types].map((entity, n) => {
        const key = entity.keys[0] as Key;
        return {
          entity,
          key,
          representation: n < types.length ? likely(subject, entity, key) : unknown(subject, entity, key, n),
        };
      });
      const fragments = types.map((entity) => ({
        typename: entity.name,
        selections: aliased(entity, entity.keys[0] as Key),
      }));
      const request = entityRequest(
        fragments,
        sent.map(({ representation }) => representation),
      );
      const { entities } = await askEntities(subject.client, request);
      sent.forEach(({ entity, key, representation }, index) => {
        requireNullOrSame(key, unaliased(entity, key, entities[index]), representation);
      });
    },
  },
  {
    id: 'entities.partial',
    rule: 'A representation without its key is null, with an error whose path names its place, and the others are answered as without it.',
    advice: 'Catch what fails for one representation, and answer for the others.',
    needs: ['entities.unknown'],
    run: async (subject) => {
      for (const { entity, key } of keysOf(await subject.entities())) {
        const [first, second] = [likely(subject, entity, key), unknown(subject, entity, key, 0)];
        const { entities: expected } = await ask(subject, entity, key, [first, second]);
        const { entities, errors } = await ask(subject, entity, key, [first, { __typename: entity.name }, second]);
        const [one, keyless, other] = entities;
        if (keyless !== null || !errors.some(({ path }) => path?.[1] === 1)) {
          throw new Violation(
            'null and an error for the representation without its key',
            describe({ keyless, errors }),
          );
        }
        if (JSON.stringify([one, other]) !== JSON.stringify(expected)) {
          throw new Violation(`${describe(expected)} around the faulty one, as without it`, describe(entities));
        }
      }
    },
  },
];

function keysOf(entities: readonly Entity[]): { readonly entity: Entity; readonly key: Key }[] {
  return entities.flatMap((entity) => entity.keys.map((key) => ({ entity, key })));
}

function ask(subject: Subject, entity: Entity, key: Key, representations: readonly Representation[]) {
  const request = entityRequest([{ typename: entity.name, selections: selectKeys([key]) }], representations);
  return askEntities(subject.client, request);
}

function unknown(subject: Subject, entity: Entity, key: Key, n: number): Representation {
  return unknownRepresentation(entity, key, n, subject.samplesOf(entity)[0]);
}

/** A known entity where there is one. */
function likely(subject: Subject, entity: Entity, key: Key): Representation {
  const sample = subject.samplesOf(entity).find((candidate) => hasKey(key, candidate));
  return sample ? keyOf(entity, key, sample) : unknown(subject, entity, key, BATCH);
}

function requireNullOrSame(key: Key, came: unknown, representation: Representation | undefined): void {
  if (came === null || representation === undefined) return;
  if (!isObject(came)) throw new Violation('an entity or null', describe(came));
  requireSame(key, came, representation);
}
