import type { AnswerTree, FetchNode } from '../operation/plan.ts';
import type { Path } from '../response/errorList.ts';

/** The subgraph whose fetch was to bring what belongs at a path of data keys. */
export function serviceOf(fetches: readonly FetchNode[], path: Path): string | undefined {
  const keys = path.filter((step) => typeof step === 'string');
  return fetches.find((fetch) => brings(fetch, keys))?.service;
}

function brings({ path, answers }: FetchNode, keys: readonly string[]): boolean {
  const above = path.filter((step) => step !== null);
  if (!above.every((key, index) => key === keys[index])) return false;
  let tree: AnswerTree | null | undefined = answers;
  for (const key of keys.slice(above.length)) {
    tree = tree && Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (tree === undefined) return false;
  }
  return true;
}
