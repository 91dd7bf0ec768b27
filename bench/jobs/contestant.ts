/** What carries work from who asks for it to who does it. */
export interface Contestant {
  readonly name: string;
  /** Hands over one piece of work; resolves once it is safe. `number` comes back in `onBegin`. */
  hand(number: number): Promise<void>;
  /** Called when a piece of work begins. */
  onBegin: (number: number) => void;
  /** Resolves once all that was handed over, and has begun, has ended for good. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
