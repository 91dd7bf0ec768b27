/**
 * A value at /metrics of the process whose graph answers at `url`.
 * @param sample its name and labels as they stand there, such as `archipelago_model_ready{model="a",version="1.0.0"}`.
 * @returns undefined where there is none.
 */
export async function readMetric(url: string, sample: string): Promise<number | undefined> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length + 1));
}
