import { Random } from '../../../world/random.ts';
import type { Choice, Choices } from './choices.ts';

export interface FactorOptions {
  /** Numbers that a product is described by. */
  readonly size: number;
  /** How often each choice is learned from. */
  readonly epochs: number;
  /** Of AdaGrad (Duchi et al., 2011). */
  readonly rate: number;
  /** Strength of the prior that keeps numbers small. */
  readonly prior: number;
  /**
   * What a choice is held against: all that was on offer (softmax), or one of those by chance, which is BPR (Rendle et al.,
   * 2009).
   */
  readonly against: 'all' | 'one';
  readonly onEpoch?: (done: number) => void;
}

/** A product is wanted by a buyer as popularity + local + wanted · (sum of `tells` of what they bought) / √(1 + how many). */
export interface Factors {
  readonly size: number;
  /** By product. */
  readonly popularity: Float64Array;
  /** By country, then product. */
  readonly local: Float64Array;
  /** By product, then factor: who wants it. */
  readonly wanted: Float64Array;
  /** By product, then factor: what having bought it tells of a buyer. */
  readonly tells: Float64Array;
}

/** Below this share of a choice's gradient a product that was not chosen teaches nothing that is worth its time. */
const NEGLIGIBLE = 1e-3;
/** What AdaGrad begins to count from. */
const BEGIN = 1e-2;

/**
 * Learns factors of products from choices, each among what was on offer at the time: that something was not bought before it
 * was there says nothing. A buyer is what they bought (asymmetric factors; Paterek, 2007), so that no buyer is unknown.
 */
export function learnFactors({ products, countries, choices }: Choices, options: FactorOptions): Factors {
  const { size, epochs, prior, against } = options;
  const random = new Random('factors of products');
  const small = (length: number) => Float64Array.from({ length }, () => 0.1 * (random.next() - 0.5));
  const count = products.length;
  const popularity = new Learned(new Float64Array(count), options);
  const local = new Learned(new Float64Array(countries.length * count), options);
  const wanted = new Learned(small(count * size), options);
  const tells = new Learned(small(count * size), options);
  const scores = new Float64Array(count);
  const owned = new Uint8Array(count);
  const buyer = new Float64Array(size);
  const change = new Float64Array(size);

  const learnFrom = ({ chosen, country, bought, onOffer }: Choice): void => {
    const weight = 1 / Math.sqrt(1 + bought.length);
    buyer.fill(0);
    change.fill(0);
    for (const place of bought) {
      owned[place] = 1;
      addScaled(buyer, weight, tells.values, place * size);
    }
    const scoreOf = (place: number): number =>
      (popularity.values[place] ?? 0) +
      (local.values[country * count + place] ?? 0) +
      dotAt(buyer, wanted.values, place * size);
    const teach = (place: number, gradient: number): void => {
      popularity.step(place, gradient);
      const own = country * count + place;
      local.step(own, gradient + prior * (local.values[own] ?? 0));
      const at = place * size;
      addScaled(change, gradient, wanted.values, at);
      for (let factor = 0; factor < size; factor++) {
        wanted.step(at + factor, gradient * (buyer[factor] ?? 0) + prior * (wanted.values[at + factor] ?? 0));
      }
    };
    if (against === 'all') teachAll(chosen, onOffer, scoreOf, teach);
    else teachOne(chosen, onOffer, scoreOf, teach);
    for (const place of bought) {
      owned[place] = 0;
      const at = place * size;
      for (let factor = 0; factor < size; factor++) {
        tells.step(at + factor, weight * (change[factor] ?? 0) + prior * (tells.values[at + factor] ?? 0));
      }
    }
  };

  const teachAll = (
    chosen: number,
    onOffer: number,
    scoreOf: (place: number) => number,
    teach: (place: number, gradient: number) => void,
  ): void => {
    let highest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < onOffer; place++) {
      if (owned[place] === 1) continue;
      const score = scoreOf(place);
      scores[place] = score;
      if (score > highest) highest = score;
    }
    let sum = 0;
    for (let place = 0; place < onOffer; place++) {
      if (owned[place] === 1) continue;
      const weight = Math.exp((scores[place] ?? 0) - highest);
      scores[place] = weight;
      sum += weight;
    }
    for (let place = 0; place < onOffer; place++) {
      if (owned[place] === 1) continue;
      const share = (scores[place] ?? 0) / sum;
      if (place === chosen) teach(place, share - 1);
      else if (share >= NEGLIGIBLE) teach(place, share);
    }
  };

  const teachOne = (
    chosen: number,
    onOffer: number,
    scoreOf: (place: number) => number,
    teach: (place: number, gradient: number) => void,
  ): void => {
    let other = chosen;
    // Nearly everything is neither chosen nor owned.
    for (let draw = 0; draw < 50 && (other === chosen || owned[other] === 1); draw++) {
      other = Math.floor(random.next() * onOffer);
    }
    if (other === chosen || owned[other] === 1) return;
    const gradient = 1 / (1 + Math.exp(scoreOf(chosen) - scoreOf(other)));
    teach(chosen, -gradient);
    teach(other, gradient);
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const choice of random.shuffled(choices)) learnFrom(choice);
    options.onEpoch?.(epoch + 1);
  }
  return {
    size,
    popularity: popularity.values,
    local: local.values,
    wanted: wanted.values,
    tells: tells.values,
  };
}

/** Numbers that are learned, each at a pace of its own. */
class Learned {
  readonly values: Float64Array;
  readonly #squares: Float64Array;
  readonly #rate: number;

  constructor(values: Float64Array, { rate }: FactorOptions) {
    this.values = values;
    this.#squares = new Float64Array(values.length).fill(BEGIN);
    this.#rate = rate;
  }

  step(place: number, gradient: number): void {
    const squares = (this.#squares[place] ?? 0) + gradient * gradient;
    this.#squares[place] = squares;
    this.values[place] = (this.values[place] ?? 0) - (this.#rate * gradient) / Math.sqrt(squares);
  }
}

/** The product of `vector` with as many numbers of `rows` from `at`. */
export function dotAt(vector: Float64Array, rows: Float64Array, at: number): number {
  let sum = 0;
  for (let place = 0; place < vector.length; place++) sum += (vector[place] ?? 0) * (rows[at + place] ?? 0);
  return sum;
}

/** Adds `factor` times the numbers of `rows` from `at`. */
export function addScaled(vector: Float64Array, factor: number, rows: Float64Array, at: number): void {
  for (let place = 0; place < vector.length; place++) {
    vector[place] = (vector[place] ?? 0) + factor * (rows[at + place] ?? 0);
  }
}
