import type { FetchNode } from '../operation/plan.ts';
import type { Path } from '../response/errorList.ts';
import { toClientPath } from '../response/toClientPath.ts';
import type { SubgraphError } from '../transport/transport.ts';
import { failureOfSubgraphError } from './failureOf.ts';
import type { Failure } from './failures.ts';
import type { FetchEnvironment } from './fetchEnvironment.ts';
import { locate } from './gather.ts';
import type { Run } from './run.ts';

/** Tells of the errors in a fetch's response, each at every place of the client's answer that it is about. */
export class ErrorNotes {
  readonly #node: FetchNode;
  readonly #environment: FetchEnvironment;

  constructor(node: FetchNode, environment: FetchEnvironment) {
    this.#node = node;
    this.#environment = environment;
  }

  /**
   * Notes an error that says where it happened.
   * @param inside its path within each of `targets`
   */
  at(run: Run, error: SubgraphError, targets: readonly object[], inside: Path): void {
    const failure = failureOfSubgraphError(error, this.#node.service);
    const places = locate(run.data, this.#node.path, new Set(targets));
    const rest = inside.map((key) => this.#node.renames.find(({ from }) => from === key)?.to ?? key);
    for (const place of [...places.values()].flat()) {
      run.errors.add({ ...failure, path: toClientPath(this.#environment.shape, [...place, ...rest]) });
    }
  }

  /** Notes an error that does not: at what it left missing, or at least somewhere near. */
  somewhere(run: Run, error: SubgraphError, targets: readonly object[]): void {
    const failure = failureOfSubgraphError(error, this.#node.service);
    for (const target of targets) run.failures.mark(target, this.#node.answers, failure);
    this.nearby(run, failure);
  }

  /** Notes something that is to be told where nothing better can be: above all that this fetch is about. */
  nearby(run: Run, failure: Failure): void {
    const list = this.#node.path.indexOf(null);
    const above = this.#node.path.slice(0, list < 0 ? undefined : list).filter((key) => key !== null);
    const path = toClientPath(this.#environment.shape, above);
    run.tellNearby(path.length === 0 ? failure : { ...failure, path });
  }
}
