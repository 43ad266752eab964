/** Doublings after which even a slow machine has had time: 300 ms become 5 minutes. */
const MOST_DOUBLINGS = 10;

/**
 * Runs what is given a time limit, with ever more time while the machine was too slow to get as far as it must within
 * the limit.
 * @param wasEnough whether the last run got that far; what it came to is the caller's to judge
 */
export async function withTimeEnough<T>(
  firstMs: number,
  run: (limitMs: number) => Promise<T>,
  wasEnough: (result: T) => boolean,
): Promise<T> {
  let result = await run(firstMs);
  for (let doubling = 1; doubling <= MOST_DOUBLINGS && !wasEnough(result); doubling += 1) {
    result = await run(firstMs * 2 ** doubling);
  }
  return result;
}
