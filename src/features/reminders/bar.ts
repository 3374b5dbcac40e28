/** A bar of two columns weighted by numbers; none where there is nothing to measure. */
export const barOf = (done: number, of: number) => ({
  done,
  rest: Math.max(0, of - done),
  hasBar: of > 0,
  hasDone: of > 0 && done > 0,
  hasRest: of > done,
});
