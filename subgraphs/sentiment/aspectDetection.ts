import { badInput } from '../../kit/errors.ts';
import { defineModel, type Prediction } from '../../kit/model/defineModel.ts';
import { type Detection, detectAspects, parseDetectors, toldSchema } from './aspects/aspectModel.ts';
import type { Language } from './languages.ts';
import { textFault } from './textFault.ts';
import { readWords } from './words/terms.ts';

export interface AspectInput {
  readonly text: string;
  readonly language: Language;
}

/** Finds which parts of a text are about price, delivery, quality or service; how they speak, other models tell. */
export default defineModel<AspectInput, readonly Detection[]>({
  warmUp: [
    { text: 'It came late.', language: 'en' },
    { text: 'Lama sampai.', language: 'id' },
  ],
  async load(folder) {
    const [weights, toldJson] = await Promise.all([folder.read('weights.json'), folder.read('told.json')]);
    const detectors = parseDetectors(String(weights));
    const told = toldSchema.parse(JSON.parse(String(toldJson)));
    const detect = ({ text, language }: AspectInput): Prediction<readonly Detection[]> | Error => {
      const fault = textFault(text);
      if (fault) return fault;
      const own = detectors[language];
      if (!own) return badInput(`language: expected en or id, got ${JSON.stringify(language)}.`, 'language');
      const output = detectAspects(own, text, language).filter(({ aspect }) => told[language].includes(aspect));
      return { output, signals: { length: Math.max(1, readWords(text).length) } };
    };
    return {
      async predict(inputs) {
        return inputs.map(detect);
      },
    };
  },
});
