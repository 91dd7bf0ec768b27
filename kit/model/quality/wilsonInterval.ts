const Z_95 = 1.959964;

/** 95% interval of a share of `n` trials (Wilson, 1927); unlike the textbook one it is right near 0 and 1. */
export function wilsonInterval(successes: number, n: number): [low: number, high: number] {
  const share = successes / n;
  const denominator = 1 + Z_95 ** 2 / n;
  const centre = share + Z_95 ** 2 / (2 * n);
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / n + Z_95 ** 2 / (4 * n ** 2));
  return [(centre - spread) / denominator, (centre + spread) / denominator];
}
