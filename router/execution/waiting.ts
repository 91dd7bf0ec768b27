/**
 * Somebody waits for something, and may leave before it comes. An AbortSignal without what makes those dear: a request
 * has many of these, and at most a few reach a transport.
 */
export class Waiting {
  #left = false;
  #callbacks: Set<() => void> | undefined;
  #controller: AbortController | undefined;

  get left(): boolean {
    return this.#left;
  }

  /** For transports, made when one asks for it. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#left) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#controller?.abort();
    const callbacks = this.#callbacks;
    this.#callbacks = undefined;
    if (callbacks) for (const callback of callbacks) callback();
  }

  /** Calls back once, when it leaves; the function returned takes the callback away. */
  onLeave(callback: () => void): () => void {
    if (this.#left) {
      callback();
      return () => {};
    }
    this.#callbacks ??= new Set();
    this.#callbacks.add(callback);
    return () => this.#callbacks?.delete(callback);
  }
}
