/** Why one item failed; the request fails with it, and its `cause` says more. */
export class ItemError extends Error {
  override readonly name = 'ItemError';
  readonly index: number;

  constructor(index: number, cause: unknown) {
    super(`Item ${index} failed.`, { cause });
    this.index = index;
  }
}
