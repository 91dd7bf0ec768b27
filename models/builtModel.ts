/** A model whose files are made from an npm package's, because nobody publishes them in the form we run. */
export interface BuiltModel {
  /** Folder under models/built/, with one folder a version below it. */
  readonly name: string;
  /** Goes up when any file's bytes change. */
  readonly version: string;
  /** sha256 of each file, in hexadecimal. */
  readonly files: Readonly<Record<string, string>>;
  /** Makes the bytes of each file; `read` takes a path inside models/node_modules. */
  build(read: (path: string) => Promise<Buffer>): Promise<Readonly<Record<string, Uint8Array>>>;
}
