/** How many characters must be put in, left out or changed to make one text the other (Levenshtein, 1966). */
export function editDistance(from: string, to: string): number {
  let before = Uint32Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = new Uint32Array(to.length + 1);
    current[0] = row;
    const code = from.charCodeAt(row - 1);
    for (let column = 1; column <= to.length; column++) {
      const changed = (before[column - 1] ?? 0) + (to.charCodeAt(column - 1) === code ? 0 : 1);
      current[column] = Math.min(changed, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    before = current;
  }
  return before[to.length] ?? 0;
}
