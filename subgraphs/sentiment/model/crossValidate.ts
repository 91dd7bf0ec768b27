export const FOLDS = 5;

/**
 * What models say of examples that they have not seen: every fifth example is held out in turn.
 * @returns one result an example, in order.
 */
export function crossValidate<Example, Result>(
  examples: readonly Example[],
  learn: (seen: readonly Example[]) => (unseen: Example) => Result,
): readonly Result[] {
  const byFold = Array.from({ length: FOLDS }, (_, fold) => {
    const judge = learn(examples.filter((_, index) => index % FOLDS !== fold));
    return examples.filter((_, index) => index % FOLDS === fold).map(judge);
  });
  return examples.flatMap((_, index) => {
    const place = Math.floor(index / FOLDS);
    return byFold[index % FOLDS]?.slice(place, place + 1) ?? [];
  });
}
