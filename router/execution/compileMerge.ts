import type { AnswerTree } from '../operation/plan.ts';
import { readKey } from '../response/compileWriter.ts';
import { isObject } from './gather.ts';

/** Takes over into `target` what a fetch answered, and nothing that it was not asked for. */
export type Merge = (target: object, answer: object) => void;

/**
 * Compiles the merge of one fetch. A value that is there is never replaced by null: two subgraphs may both answer a
 * shared field, and one of them may have failed.
 */
export function compileMerge(answers: AnswerTree, interfaceObjects: ReadonlySet<string>): Merge {
  const subtrees: AnswerTree[] = [];
  let code = '';
  for (const [key, inside] of Object.entries(answers)) {
    const name = JSON.stringify(key);
    const keep = key === '__typename' ? '||(y!==undefined&&vague.has(x))' : '';
    const replace = `t[${name}]=x`;
    const write =
      inside === null
        ? replace
        : `if(typeof y!=='object'||y===null)${replace};else within(y,x,trees[${subtrees.push(inside) - 1}],vague)`;
    code += `x=${readKey('a', key)};if(x!==undefined){y=${readKey('t', key)};if(y===undefined||!(x===null${keep})){${write}}}`;
  }
  return new Function('within', 'trees', 'vague', `"use strict";return function(t,a){let x,y;${code}}`)(
    mergeWithin,
    subtrees,
    interfaceObjects,
  );
}

function mergeWithin(target: object, answer: unknown, answers: AnswerTree, vague: ReadonlySet<string>): void {
  if (Array.isArray(target)) {
    if (!Array.isArray(answer)) return;
    for (const [index, item] of answer.entries()) {
      const known: unknown = target[index];
      if (typeof known === 'object' && known !== null) mergeWithin(known, item, answers, vague);
      else if (item !== null || known === undefined) target[index] = item;
    }
    return;
  }
  if (!isObject(answer)) return;
  for (const [key, inside] of Object.entries(answers)) {
    const value: unknown = Object.hasOwn(answer, key) ? Reflect.get(answer, key) : undefined;
    const known: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
    if (value === undefined || (value === null && known !== undefined)) continue;
    if (key === '__typename' && known !== undefined && typeof value === 'string' && vague.has(value)) continue;
    if (inside && typeof known === 'object' && known !== null) mergeWithin(known, value, inside, vague);
    else Reflect.set(target, key, value);
  }
}
