import type { Check } from '../check.ts';
import { NotApplicable, Violation } from '../check.ts';
import { describe } from '../describe.ts';
import { askEntities, entityRequest } from '../entityQuery.ts';
import { misfit, selectFields } from '../fields.ts';
import { isObject } from '../representation.ts';

export const fieldChecks: readonly Check[] = [
  {
    id: 'entities.fields',
    rule: 'The fields of a known entity have the types that the schema gives them; what fails is null, with an error at its path.',
    advice: 'Mend the resolver or the type: the router passes on what it is given.',
    needs: ['entities.known'],
    run: async (subject) => {
      const { subgraph } = await subject.schema();
      let asked = false;
      for (const entity of await subject.sampled()) {
        for (const sample of subject.samplesOf(entity)) {
          const selections = selectFields(entity.type, subgraph, sample);
          if (selections === undefined) continue;
          asked = true;
          const representations = [{ ...sample, __typename: entity.name }];
          const request = entityRequest([{ typename: entity.name, selections }], representations);
          const { entities, errors } = await askEntities(subject.client, request);
          const [came] = entities;
          const fault = isObject(came)
            ? misfit(came, entity.type, entity.name)
            : `no ${entity.name}: ${describe(errors)}`;
          if (fault !== undefined) throw new Violation('an answer of the types in the schema', fault);
        }
      }
      if (!asked) throw new NotApplicable('what the fields of the known entities require was not given with them');
    },
  },
];
