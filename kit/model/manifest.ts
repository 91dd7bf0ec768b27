/** Placeholder of the type until the schema stands here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
}
