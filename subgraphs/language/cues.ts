import { defineModel } from '../../kit/model/defineModel.ts';
import { detectByCues, parseCues } from './cues/cueModel.ts';
import type { Detection } from './detection.ts';
import { textFault } from './textFault.ts';

/** The cheaper model that answers when the usual one cannot: scripts, and words that give a language away. */
export default defineModel<string, Detection>({
  warmUp: ['Where is my parcel?'],
  async load(folder) {
    const model = parseCues(String(await folder.read('cues.json')));
    return {
      async predict(texts) {
        return texts.map((text) => textFault(text) ?? detectByCues(model, text));
      },
    };
  },
});
