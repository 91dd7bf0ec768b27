import type { ModelContract } from './modelContract.ts';

/** Something that users of a model's answers were promised and would lose. */
export interface ContractBreach {
  readonly rule:
    | 'MODEL_REMOVED'
    | 'LABEL_REMOVED'
    | 'LANGUAGE_REMOVED'
    | 'DIMENSION_CHANGED'
    | 'QUALITY_LOWER'
    | 'FIGURE_REMOVED';
  /** The model and what of it, such as `topics-minilm.labels.DELIVERY`. */
  readonly coordinate: string;
  readonly message: string;
}

type Figure = ModelContract['quality'][number];

/** What gets better by getting smaller. */
const SMALLER_IS_BETTER = /\b(error|loss|alarms|latency|perplexity)\b/i;

/** What the published models promised and the proposed ones do not. */
export function compareModels(
  published: readonly ModelContract[],
  proposed: readonly ModelContract[],
): ContractBreach[] {
  return published.flatMap((before): ContractBreach[] => {
    const after = proposed.find(({ name }) => name === before.name);
    if (after) return compare(before, after);
    return [
      {
        rule: 'MODEL_REMOVED',
        coordinate: before.name,
        message: `The model ${before.name} ${before.version} is published with this subgraph, and is no longer there. Publish its manifest, too, or override this with the reason.`,
      },
    ];
  });
}

function compare(before: ModelContract, after: ModelContract): ContractBreach[] {
  const versions = `${before.name} ${before.version} → ${after.version}`;
  const labels = before.labels
    .filter((label) => !after.labels.includes(label))
    .map(
      (label): ContractBreach => ({
        rule: 'LABEL_REMOVED',
        coordinate: `${before.name}.labels.${label}`,
        message: `${versions}: the label ${label} is gone. Clients that tell labels apart have never heard of what stands for it now: keep it, or give the model a new name.`,
      }),
    );
  const languages = before.languages
    .filter((code) => !after.languages.includes(code))
    .map(
      (code): ContractBreach => ({
        rule: 'LANGUAGE_REMOVED',
        coordinate: `${before.name}.languages.${code}`,
        message: `${versions}: it no longer answers for ${code}: its readers get null.`,
      }),
    );
  return [...labels, ...languages, ...dimensions(before, after, versions), ...figures(before, after, versions)];
}

function dimensions(before: ModelContract, after: ModelContract, versions: string): ContractBreach[] {
  return Object.entries(before.signature).flatMap(([file, { outputs }]) =>
    Object.entries(outputs).flatMap(([tensor, { shape }]): ContractBreach[] => {
      const next = after.signature[file]?.outputs[tensor]?.shape;
      if (next === undefined || sizes(shape) === sizes(next)) return [];
      return [
        {
          rule: 'DIMENSION_CHANGED',
          coordinate: `${before.name}.${file}.${tensor}`,
          message: `${versions}: ${tensor} of ${file} had the shape ${sizes(shape)} and has ${sizes(next)}. Vectors that others keep cannot be compared with new ones: have them made anew first, or give the model a new name.`,
        },
      ];
    }),
  );
}

function sizes(shape: readonly (number | string)[]): string {
  return `[${shape.map((size) => (typeof size === 'number' ? size : '?')).join(', ')}]`;
}

function figures(before: ModelContract, after: ModelContract, versions: string): ContractBreach[] {
  return before.quality.flatMap((figure): ContractBreach[] => {
    const coordinate = `${before.name}.quality.${figure.metric} (${figure.on})`;
    const next = after.quality.find(({ metric, on }) => metric === figure.metric && on === figure.on);
    if (next === undefined) {
      return [
        {
          rule: 'FIGURE_REMOVED',
          coordinate,
          message: `${versions}: ${figure.metric} on ${figure.on} was ${described(figure)} and is no longer measured. Measure it, so that whoever relies on it knows.`,
        },
      ];
    }
    const isLower = SMALLER_IS_BETTER.test(figure.metric) ? next.value > figure.value : next.value < figure.value;
    if (!isLower) return [];
    return [
      {
        rule: 'QUALITY_LOWER',
        coordinate,
        message: `${versions}: ${figure.metric} on ${figure.on} was ${described(figure)} and is ${described(next)}. Keep the version that is better, or override this with the reason.`,
      },
    ];
  });
}

function described({ value, n, interval }: Figure): string {
  return `${value}${interval ? ` (${interval[0]}–${interval[1]}, n ${n})` : ` (n ${n})`}`;
}
