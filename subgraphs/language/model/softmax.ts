/** Probabilities that sum to 1, of log odds divided by a temperature. */
export function softmax(sums: ArrayLike<number>, temperature = 1): Float64Array {
  const odds = Float64Array.from(sums);
  let [most, total] = [Number.NEGATIVE_INFINITY, 0];
  for (const sum of odds) most = Math.max(most, sum);
  for (let c = 0; c < odds.length; c++) {
    const odd = Math.exp(((odds[c] ?? 0) - most) / temperature);
    odds[c] = odd;
    total += odd;
  }
  return odds.map((odd) => odd / total);
}
