import { stringToJson, valueToJson } from './jsonText.ts';
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
    return new Function('string', 'json', 'enums', `"use strict";${body}`)(stringToJson, valueToJson, this.#enums);
  }

  /** The name of a function of (object, variables). */
  #object(shape: ObjectShape): string {
    const name = `o${shape.id}`;
    if (this.#functions.has(shape.id)) return name;
    this.#functions.set(shape.id, '');
    let code = `let s='{',x;`;
    // Whether a field has certainly been written before, so that a comma is due: null while that depends on variables.
    let comma: boolean | null = false;
    for (const field of shape.fields) {
      const separator = comma === null ? `s+=s.length>1?',':'';` : comma ? `s+=',';` : '';
      const write = `${separator}s+=${literal(`${JSON.stringify(field.key)}:`)};${this.#fieldValue(shape, field)}`;
      if (field.conditions === null) {
        code += write;
        comma = true;
      } else {
        code += `if(${conditionCode(field.conditions)}){${write}}`;
        comma = comma === true ? true : null;
      }
    }
    this.#functions.set(shape.id, `function ${name}(o,v){${code}return s+'}';}`);
    return name;
  }

  #fieldValue(shape: ObjectShape, field: FieldShape): string {
    if (field.value.kind === 'typename' && shape.typename !== null) {
      return `s+=${literal(JSON.stringify(shape.typename))};`;
    }
    return `x=${readKey('o', field.from)};${this.#value(field.value)}`;
  }

  /** Code that appends the value in `x` to `s`, or returns undefined. */
  #value(value: ValueShape): string {
    const write = this.#nonNull(value);
    return value.nullable ? `if(x===null)s+='null';else{${write}}` : write;
  }

  #nonNull(value: ValueShape): string {
    switch (value.kind) {
      case 'scalar':
        return scalarCode(value.type.name);
      case 'enum': {
        const index = this.#enums.push(new Set(value.type.getValues().map(({ name }) => name))) - 1;
        return `if(!enums[${index}].has(x))return;s+='"'+x+'"';`;
      }
      case 'object':
        return `if(${notObject('x')})return;${append(`${this.#object(value.shape)}(x,v)`)}`;
      case 'abstract': {
        const cases = [...value.shapes].map(([typename, shape]) => {
          // A subgraph that has the interface as an object is not asked for the type.
          const unstated = typename === value.name ? 'case undefined:' : '';
          return `${unstated}case ${JSON.stringify(typename)}:x=${this.#object(shape)}(x,v);break;`;
        });
        return `if(${notObject('x')})return;switch(x.__typename){${cases.join('')}default:return;}${append('x')}`;
      }
      case 'list': {
        const name = `l${this.#lists.length}`;
        this.#lists.push('');
        this.#lists[Number(name.slice(1))] =
          `function ${name}(a,v){let s='[',x;for(let i=0;i<a.length;i++){if(i)s+=',';x=a[i];${this.#value(value.item)}}return s+']';}`;
        return `if(!Array.isArray(x))return;${append(`${name}(x,v)`)}`;
      }
      case 'typename':
        // Only an interface is known of the object, and a client may not be told that as its type.
        return 'return;';
      case 'introspection':
        return `if(x===undefined)return;s+=json(x);`;
    }
  }
}

function append(expression: string): string {
  return `x=${expression};if(x===undefined)return;s+=x;`;
}

function notObject(name: string): string {
  return `typeof ${name}!=='object'||${name}===null||Array.isArray(${name})`;
}

function scalarCode(name: string): string {
  switch (name) {
    case 'String':
      return `if(typeof x!=='string')return;s+=string(x);`;
    case 'ID':
      return `if(typeof x==='string')s+=string(x);else if(Number.isInteger(x))s+='"'+x+'"';else return;`;
    case 'Int':
      return `if((x|0)!==x)return;s+=x;`;
    case 'Float':
      return `if(typeof x!=='number')return;s+=x;`;
    case 'Boolean':
      return `if(typeof x!=='boolean')return;s+=x;`;
    default:
      return 'if(x==null)return;s+=json(x);';
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
