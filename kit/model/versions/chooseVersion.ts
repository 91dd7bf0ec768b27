export interface Weighted {
  readonly version: string;
  /** At least 0; shares are weights over their sum. */
  readonly weight: number;
}

/**
 * Chooses by weighted rendezvous hashing: a key keeps its version for as long as the weights stand, each version gets its
 * share of the keys, and a change of weights moves as few keys as it must.
 * (Schindelhauer & Schomaker, Weighted Distributed Hash Tables, SPAA 2005.)
 */
export function chooseVersion<Version extends Weighted>(versions: readonly Version[], key: string): Version {
  let [chosen] = versions;
  if (chosen === undefined) throw new RangeError('There is no version to choose from.');
  if (versions.length === 1) return chosen;
  let least = Number.POSITIVE_INFINITY;
  for (const one of versions) {
    if (one.weight === 0) continue;
    const score = -Math.log(uniform(`${one.version} ${key}`)) / one.weight;
    if (score >= least) continue;
    least = score;
    chosen = one;
  }
  return chosen;
}

/** FNV-1a with the finaliser of MurmurHash3, as a number between 0 and 1, neither included. */
function uniform(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}
