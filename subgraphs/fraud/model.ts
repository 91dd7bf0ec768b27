import { Tensor } from 'onnxruntime-node';
import { defineModel } from '../../kit/model/defineModel.ts';
import type { Predicted } from '../../kit/model/handle.ts';
import { openOnnxSession } from '../../kit/model/onnx/onnxSession.ts';
import { parseCosts } from './decision/costs.ts';
import { FIRST_ORDER } from './features/firstOrder.ts';
import { FEATURES, type Features } from './features/names.ts';
import { toVector } from './features/toVector.ts';
import { itemFault } from './itemFault.ts';
import { judge, type Risk } from './risk.ts';

/** What the trees give for each item: its log odds, then what each feature adds to them. */
const PARTS = 1 + FEATURES.length;

/** What resolvers of the GraphQL type `FraudRisk` are given. */
export interface FraudRiskRow extends Predicted<Risk> {
  readonly features: Features;
}

/** Gradient-boosted trees as ONNX. */
export default defineModel<Features, Risk>({
  warmUp: [FIRST_ORDER],
  async load(folder) {
    const costs = parseCosts(String(await folder.read('costs.json')));
    const session = await openOnnxSession(folder, 'trees.onnx');
    const score = async (items: readonly Features[]) => {
      const flat = Float32Array.from(items.flatMap((item) => [...toVector(item)]));
      const { score: scores, parts } = await session.run({
        features: new Tensor('float32', flat, [items.length, FEATURES.length]),
      });
      return items.map((item, row) => {
        const [logit = 0, ...contributions] = Array.from({ length: PARTS }, (_, place) =>
          Number(parts?.data[PARTS * row + place]),
        );
        const base = contributions.reduce((rest, one) => rest - one, logit);
        return judge({ score: Number(scores?.data[row]), base, contributions }, item, costs);
      });
    };
    return {
      async predict(items) {
        const faults = items.map(itemFault);
        const sound = items.filter((_, place) => faults[place] === null);
        const results = (sound.length > 0 ? await score(sound) : []).values();
        return faults.map((fault) => fault ?? results.next().value ?? new Error('An item was left out.'));
      },
    };
  },
});
