import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

const schema = protobuf.parse(readFileSync(new URL('./onnx.proto', import.meta.url), 'utf8')).root;
const ModelProto = schema.lookupType('onnx.ModelProto');

const ELEMENT_TYPE = { float32: 1, uint8: 2, int64: 7 } as const;
const ATTRIBUTE_TYPE = { float: 1, int: 2, floats: 6, ints: 7, strings: 8 } as const;

/** Versions that onnxruntime 1.30 reads and that have Gelu (opset 20). */
const OPSET = 20;
const IR_VERSION = 9;

/** Operators of classical models, such as trees. */
const ML_DOMAIN = 'ai.onnx.ml';
const ML_OPSET = 3;
const ML_OPERATORS: readonly string[] = ['TreeEnsembleRegressor'];

export type ElementType = keyof typeof ELEMENT_TYPE;

/** Whole numbers are INT or INTS attributes; a FLOAT is written `{ float: 1e-5 }`, FLOATS `{ floats: [0.5] }`, STRINGS `{ strings: ['LEAF'] }`. */
export type Attribute =
  | number
  | readonly number[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] };

export type Attributes = Readonly<Record<string, Attribute>>;

/** A fixed size, or the name of one known at run time. */
export type Dimension = number | string;

/**
 * Builds an ONNX model node by node. A value is known by its name, which each method returns.
 * Equal calls give equal bytes.
 */
export class OnnxGraph {
  readonly #name: string;
  readonly #nodes: object[] = [];
  readonly #initializers: object[] = [];
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  readonly #taken = new Set<string>();
  #usesMl = false;

  constructor(name: string) {
    this.#name = name;
  }

  input(name: string, type: ElementType, dimensions: readonly Dimension[]): string {
    this.#inputs.push(valueInfo(name, type, dimensions));
    return this.#claim(name);
  }

  /** Names an existing value as an output of the model. */
  output(name: string, type: ElementType, dimensions: readonly Dimension[]): void {
    this.#outputs.push(valueInfo(name, type, dimensions));
  }

  float32(name: string, dimensions: readonly number[], values: Iterable<number>): string {
    return this.#initializer(name, 'float32', dimensions, Float32Array.from(values));
  }

  uint8(name: string, dimensions: readonly number[], values: Uint8Array): string {
    return this.#initializer(name, 'uint8', dimensions, values);
  }

  int64(name: string, dimensions: readonly number[], values: readonly number[]): string {
    return this.#initializer(name, 'int64', dimensions, BigInt64Array.from(values.map(BigInt)));
  }

  /** Adds an operator with one output, `name`. */
  node(operator: string, name: string, inputs: readonly string[], attributes: Attributes = {}): string {
    this.nodes(operator, [name], inputs, attributes);
    return name;
  }

  /** Adds an operator with several outputs, in the order that the operator's definition gives them. */
  nodes(operator: string, outputs: readonly string[], inputs: readonly string[], attributes: Attributes = {}): void {
    for (const input of inputs) {
      if (!this.#taken.has(input))
        throw new Error(`${operator} ${outputs[0]} reads ${input}, which nothing before it makes.`);
    }
    const isMl = ML_OPERATORS.includes(operator);
    this.#usesMl ||= isMl;
    this.#nodes.push({
      opType: operator,
      ...(isMl && { domain: ML_DOMAIN }),
      input: inputs,
      output: outputs,
      attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    });
    for (const output of outputs) this.#claim(output);
  }

  encode(): Uint8Array {
    const message = ModelProto.fromObject({
      irVersion: IR_VERSION,
      producerName: 'archipelago',
      opsetImport: [
        { domain: '', version: OPSET },
        ...(this.#usesMl ? [{ domain: ML_DOMAIN, version: ML_OPSET }] : []),
      ],
      graph: {
        name: this.#name,
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    return ModelProto.encode(message).finish();
  }

  #initializer(name: string, type: ElementType, dimensions: readonly number[], values: ArrayBufferView): string {
    this.#initializers.push({
      name,
      dataType: ELEMENT_TYPE[type],
      dims: dimensions,
      rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    });
    return this.#claim(name);
  }

  #claim(name: string): string {
    if (this.#taken.has(name)) throw new Error(`Two values of one graph are called ${name}.`);
    this.#taken.add(name);
    return name;
  }
}

function attribute(name: string, value: Attribute): object {
  if (typeof value === 'number') return { name, type: ATTRIBUTE_TYPE.int, i: value };
  if ('float' in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
  if ('floats' in value) return { name, type: ATTRIBUTE_TYPE.floats, floats: value.floats };
  if ('strings' in value) {
    return { name, type: ATTRIBUTE_TYPE.strings, strings: value.strings.map((text) => Buffer.from(text)) };
  }
  return { name, type: ATTRIBUTE_TYPE.ints, ints: value };
}

function valueInfo(name: string, type: ElementType, dimensions: readonly Dimension[]): object {
  const dim = dimensions.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: ELEMENT_TYPE[type], shape: { dim } } } };
}
