import type { EntityInput, EntityInputs, InputField, InputSelection } from '../operation/plan.ts';
import { readKey } from '../response/compileWriter.ts';
import { stringToJson, valueToJson } from '../response/jsonText.ts';
import { isObject } from './gather.ts';

/** The JSON text of an entity's representation; undefined when anything is missing from it or the type has none. */
export type Represent = (entity: object) => string | undefined;

/** Compiles what one fetch sends for an entity. Names reach the code through JSON.stringify only. */
export function compileRepresentation(inputs: EntityInputs): Represent {
  const nested: ((value: unknown) => string | undefined)[] = [];
  let cases = '';
  for (const [typename, { typename: sent, fields }] of Object.entries(inputs)) {
    let code = `let s=${literal(`{"__typename":${JSON.stringify(sent)}`)},x;`;
    for (const field of fields) {
      const missing = field.nullable ? 'x===undefined' : 'x===undefined||x===null';
      const wrong = field.plain ? `||(typeof x==='object'&&x!==null)` : '';
      const key = literal(`,${JSON.stringify(field.name)}:`);
      code += `x=${readKey('e', field.from)};if(${missing}${wrong})return;`;
      if (field.selections === null) code += `s+=${key}+(typeof x==='string'?string(x):json(x));`;
      else {
        const { selections } = field;
        const index = nested.push((value) => representNested(value, selections)) - 1;
        code += `x=nested[${index}](x);if(x===undefined)return;s+=${key}+x;`;
      }
    }
    cases += `case ${JSON.stringify(typename)}:{${code}return s+'}';}`;
  }
  return new Function(
    'string',
    'json',
    'nested',
    `"use strict";return function(e){switch(e.__typename){${cases}}return;}`,
  )(stringToJson, valueToJson, nested);
}

/**
 * What alone tells one entity's representation from another's, which is sooner compared than their texts; undefined
 * where it takes more than one value, or for an entity of another type.
 */
export function compileIdentity(inputs: EntityInputs): ((entity: object) => unknown) | undefined {
  const [[typename, { fields }], another] = Object.entries(inputs) as [[string, EntityInput], unknown];
  const [field, more] = fields;
  if (another || more || !field?.plain) return undefined;
  return new Function(
    'e',
    `"use strict";return e.__typename===${literal(typename)}?${readKey('e', field.from)}:undefined;`,
  ) as (entity: object) => unknown;
}

function literal(text: string): string {
  return JSON.stringify(text);
}

function representNested(value: unknown, selections: readonly InputSelection[]): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const item of value) {
      const text = representNested(item, selections);
      if (text === undefined) return undefined;
      items.push(text);
    }
    return `[${items.join(',')}]`;
  }
  if (!isObject(value)) return undefined;
  const members: string[] = [];
  for (const field of fieldsFor(value, selections)) {
    const inside: unknown = Object.hasOwn(value, field.from) ? Reflect.get(value, field.from) : undefined;
    if (inside === undefined || (inside === null && !field.nullable)) return undefined;
    if (field.plain && typeof inside === 'object' && inside !== null) return undefined;
    const text = field.selections ? representNested(inside, field.selections) : valueToJson(inside);
    if (text === undefined) return undefined;
    members.push(`${JSON.stringify(field.name)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

export function fieldsFor(value: object, selections: readonly InputSelection[]): readonly InputField[] {
  const typename: unknown = Reflect.get(value, '__typename');
  const fitting = selections.find(
    ({ types }) => types === null || (typeof typename === 'string' && types.includes(typename)),
  );
  return fitting?.fields ?? [];
}
