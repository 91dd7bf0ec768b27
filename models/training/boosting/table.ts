/** Labelled items by column: item `i` has the features `columns[f][i]`, NaN where one is missing, and the class `labels[i]`. */
export interface Table {
  readonly columns: readonly Float32Array[];
  /** 0 or 1. */
  readonly labels: Uint8Array;
}

/** @param items the features of each, all of the same length */
export function tableOf(items: readonly ArrayLike<number>[], labels: readonly (0 | 1)[]): Table {
  const features = items[0]?.length ?? 0;
  return {
    columns: Array.from({ length: features }, (_, feature) =>
      Float32Array.from(items, (item) => item[feature] ?? Number.NaN),
    ),
    labels: Uint8Array.from(labels),
  };
}

export function itemOf({ columns }: Table, row: number): Float32Array {
  return Float32Array.from(columns, (column) => column[row] ?? Number.NaN);
}
