import { defineModel } from '../../kit/model/defineModel.ts';
import type { Answer, Ask } from './ask.ts';
import { askFault } from './askFault.ts';
import { recommendByTaste } from './recommendByTaste.ts';
import { parseTaste } from './taste.ts';

export default defineModel<Ask, Answer>({
  warmUp: [{ kind: 'BUYER', bought: [], country: null, candidates: [], newcomers: [], first: 1 }],
  async load(folder) {
    const taste = parseTaste(String(await folder.read('taste.json')));
    return {
      async predict(asks) {
        return asks.map((ask) => {
          const fault = askFault(ask);
          if (fault !== null) return fault;
          // What buyers are like is what may come to differ from what was learned: how much they have, and how sure it makes.
          const length = ask.kind === 'BUYER' ? { length: 1 + ask.bought.length } : {};
          return { output: recommendByTaste(taste, ask), signals: length };
        });
      },
    };
  },
});
