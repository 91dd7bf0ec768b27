/** A binary prediction on an item the model did not learn from. */
export interface Judged {
  /** Log odds of class 1. */
  readonly logit: number;
  readonly label: 0 | 1;
}

const BINS = 10;
const SEARCH_STEPS = 60;
const COLDEST = Math.log(0.05);
const HOTTEST = Math.log(20);

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

export function accuracyCount(judged: readonly Judged[]): number {
  return judged.filter(({ logit, label }) => logit > 0 === (label === 1)).length;
}

export function meanLogLoss(judged: readonly Judged[], temperature: number): number {
  const losses = judged.map(({ logit, label }) => {
    const odds = logit / temperature;
    return Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - label * odds;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / judged.length;
}

/**
 * The temperature by which logits must be divided so that probabilities are honest: it minimises log loss
 * (Guo et al., On Calibration of Modern Neural Networks, 2017). Golden-section search; the loss has one minimum.
 */
export function fitTemperature(judged: readonly Judged[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [COLDEST, HOTTEST];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (meanLogLoss(judged, Math.exp(left)) < meanLogLoss(judged, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** Mean gap between confidence and accuracy over ten equal bins of confidence from 0.5 to 1, weighted by their items. */
export function expectedCalibrationError(judged: readonly Judged[], temperature: number): number {
  const bins = Array.from({ length: BINS }, () => ({ items: 0, confidence: 0, right: 0 }));
  for (const { logit, label } of judged) {
    const positive = probability(logit / temperature);
    const confidence = Math.max(positive, 1 - positive);
    const bin = bins[Math.min(Math.floor((confidence - 0.5) * 2 * BINS), BINS - 1)];
    if (bin === undefined) continue;
    bin.items++;
    bin.confidence += confidence;
    if (logit > 0 === (label === 1)) bin.right++;
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / judged.length;
}
