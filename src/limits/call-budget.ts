/** So many calls for one operation: true for each of them, false for every further one. */
export function callBudget(calls: number): () => boolean {
  let left = calls;
  return () => {
    left -= 1;
    return left >= 0;
  };
}
