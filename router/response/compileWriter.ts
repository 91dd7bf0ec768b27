import { textInJson, valueToJson } from './jsonText.ts';
import type { FieldShape, ObjectShape, ValueShape } from './shape.ts';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Writes complete data as JSON text. Undefined when anything is not as the schema says: a value that is missing, null
 * where none may be, or of the wrong type. What then belongs into the answer is for `completeData` to say.
 */
export type Writer = (data: object, variables: Variables) => string | undefined;

/**
 * Compiles a writer for one operation. Names reach the code through JSON.stringify only, as string literals and keys
 * to read; there are no object literals in it, so a key `__proto__` is one like any other.
 */
export function compileWriter(shape: ObjectShape): Writer {
  return new WriterCompiler().compile(shape);
}

class WriterCompiler {
  readonly #functions = new Map<number, string>();
  readonly #lists: string[] = [];
  readonly #enums: ReadonlySet<string>[] = [];

  compile(shape: ObjectShape): Writer {
    const root = this.#object(shape);
    const body = [...this.#functions.values(), ...this.#lists, `return ${root};`].join('\n');
    return new Function('text', 'json', 'enums', `"use strict";${body}`)(textInJson, valueToJson, this.#enums);
  }

  /** The name of a function of (object, variables). */
  #object(shape: ObjectShape): string {
    const name = `o${shape.id}`;
    if (this.#functions.has(shape.id)) return name;
    this.#functions.set(shape.id, '');
    let code = `let s='',x;`;
    // Text that is certain to come next: each piece that is appended by itself costs a piece of garbage.
    let due = '{';
    // Whether a field has certainly been written before, so that a comma is due: null while that depends on variables.
    let comma: boolean | null = false;
    for (const field of shape.fields) {
      const key = `${JSON.stringify(field.key)}:`;
      if (field.conditions === null && comma !== null) {
        const written = this.#fieldValue(shape, field, `${due}${comma ? ',' : ''}${key}`);
        code += written.code;
        due = written.due;
        comma = true;
      } else {
        const separator = comma === true ? `s+=',';` : comma === false ? '' : `s+=s.length>1?',':'';`;
        const { code: value, due: rest } = this.#fieldValue(shape, field, key);
        const write = `${separator}${value}${append(rest)}`;
        code += `${append(due)}${field.conditions === null ? write : `if(${conditionCode(field.conditions)}){${write}}`}`;
        due = '';
        comma = comma === true || field.conditions === null ? true : null;
      }
    }
    this.#functions.set(shape.id, `function ${name}(o,v){${code}return s+${literal(`${due}}`)};}`);
    return name;
  }

  #fieldValue(shape: ObjectShape, field: FieldShape, before: string): Written {
    if (field.value.kind === 'typename' && shape.typename !== null) {
      return { code: '', due: before + JSON.stringify(shape.typename) };
    }
    const { code, due } = this.#value(field.value, before);
    return { code: `x=${readKey('o', field.from)};${code}`, due };
  }

  /** Code that appends `before` and the value in `x` to `s`, or returns undefined. */
  #value(value: ValueShape, before: string): Written {
    const { code, due } = this.#nonNull(value, before);
    if (!value.nullable) return { code, due };
    return { code: `if(x===null)${append(`${before}null`)}else{${code}${append(due)}}`, due: '' };
  }

  #nonNull(value: ValueShape, before: string): Written {
    switch (value.kind) {
      case 'scalar':
        return scalarCode(value.type.name, before);
      case 'enum': {
        const index = this.#enums.push(new Set(value.type.getValues().map(({ name }) => name))) - 1;
        return { code: `if(!enums[${index}].has(x))return;s+=${literal(`${before}"`)}+x;`, due: '"' };
      }
      case 'object':
        return {
          code: `if(${notObject('x')})return;${this.#call(`${this.#object(value.shape)}(x,v)`, before)}`,
          due: '',
        };
      case 'abstract': {
        const cases = [...value.shapes].map(([typename, shape]) => {
          // A subgraph that has the interface as an object is not asked for the type.
          const unstated = typename === value.name ? 'case undefined:' : '';
          return `${unstated}case ${JSON.stringify(typename)}:x=${this.#object(shape)}(x,v);break;`;
        });
        const choose = `switch(x.__typename){${cases.join('')}default:return;}`;
        return { code: `if(${notObject('x')})return;${choose}${this.#call('x', before)}`, due: '' };
      }
      case 'list': {
        const index = this.#lists.push('') - 1;
        const { code, due } = this.#value(value.item, '');
        const loop = `for(let i=0;i<a.length;i++){if(i)s+=',';x=a[i];${code}${append(due)}}`;
        this.#lists[index] = `function l${index}(a,v){let s='[',x;${loop}return s+']';}`;
        return { code: `if(!Array.isArray(x))return;${this.#call(`l${index}(x,v)`, before)}`, due: '' };
      }
      case 'typename':
        // Only an interface is known of the object, and a client may not be told that as its type.
        return { code: 'return;', due: '' };
      case 'introspection':
        return { code: `if(x===undefined)return;s+=${literal(before)}+json(x);`, due: '' };
    }
  }

  #call(expression: string, before: string): string {
    return `x=${expression};if(x===undefined)return;${before === '' ? '' : append(before)}s+=x;`;
  }
}

interface Written {
  readonly code: string;
  /** Text that has to be appended next. */
  readonly due: string;
}

function append(text: string): string {
  return text === '' ? ';' : `s+=${literal(text)};`;
}

function notObject(name: string): string {
  return `typeof ${name}!=='object'||${name}===null||Array.isArray(${name})`;
}

function scalarCode(name: string, before: string): Written {
  const plain = `s+=${literal(before)}+x;`;
  const quoted = `${before}"`;
  switch (name) {
    case 'String':
      return { code: `if(typeof x!=='string')return;s+=${literal(quoted)}+text(x);`, due: '"' };
    case 'ID': {
      const id = `typeof x==='string'?text(x):Number.isInteger(x)?x:undefined`;
      return { code: `x=${id};if(x===undefined)return;s+=${literal(quoted)}+x;`, due: '"' };
    }
    case 'Int':
      return { code: `if((x|0)!==x)return;${plain}`, due: '' };
    case 'Float':
      return { code: `if(typeof x!=='number')return;${plain}`, due: '' };
    case 'Boolean':
      return { code: `if(typeof x!=='boolean')return;${plain}`, due: '' };
    default:
      return { code: `if(x==null)return;s+=${literal(before)}+json(x);`, due: '' };
  }
}

function conditionCode(conditions: NonNullable<FieldShape['conditions']>): string {
  return conditions
    .map((all) => all.map(({ variable, value }) => `${value ? '' : '!'}v[${JSON.stringify(variable)}]`).join('&&'))
    .join('||');
}

function literal(text: string): string {
  return JSON.stringify(text);
}

/** A field may be called `constructor`, and where it is missing every object seems to have it. */
export function readKey(object: string, key: string): string {
  const name = JSON.stringify(key);
  return key in Object.prototype
    ? `(Object.hasOwn(${object},${name})?${object}[${name}]:undefined)`
    : `${object}[${name}]`;
}
