/** How an island of the fault tests can behave. */
export const BEHAVIOURS = [
  'healthy',
  /** Each entity takes two seconds. */
  'slow',
  /** Takes the request and says nothing. */
  'mute',
  /** Answers a byte at a time and never ends. */
  'dripping',
  /** Each answer is wrong in another way. */
  'lying',
  /** Answers as fast as it can and never ends. */
  'flooding',
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

export function isBehaviour(value: unknown): value is Behaviour {
  return BEHAVIOURS.some((behaviour) => behaviour === value);
}
