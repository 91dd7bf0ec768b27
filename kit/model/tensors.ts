/** The datatypes of the Open Inference Protocol, version 2. */
export type Datatype =
  | 'BOOL'
  | 'UINT8'
  | 'UINT16'
  | 'UINT32'
  | 'UINT64'
  | 'INT8'
  | 'INT16'
  | 'INT32'
  | 'INT64'
  | 'FP32'
  | 'FP64'
  | 'BYTES';

/** What one item has in a tensor: its row, flat. BYTES are raw, one Uint8Array an element; 64-bit integers are bigint. */
export type TensorRow = readonly (number | bigint | boolean | Uint8Array)[];

export interface TensorDeclaration {
  readonly name: string;
  readonly datatype: Datatype;
  /** Of one item: [] for a single value, -1 for a size that differs. A request's tensors have the items before it. */
  readonly shape: readonly number[];
}

/** How applications that speak in tensors call a model: what an item is made of, and what its answer becomes. */
export interface TensorMapping<Input = unknown, Output = unknown> {
  readonly inputs: readonly TensorDeclaration[];
  readonly outputs: readonly TensorDeclaration[];
  /**
   * Makes one item of its row in each of `inputs`, by the tensor's name.
   * @throws CodedError `BAD_USER_INPUT` for a row that is no item, such as bytes that are not UTF-8.
   */
  toItem(rows: Readonly<Record<string, TensorRow>>): Input;
  /** The answer's row in each of `outputs`, by the tensor's name. */
  toRows(output: Output): Readonly<Record<string, TensorRow>>;
}
