/** Starts what tells its end by a callback, as ssh2 does. */
export type Start<T> = (done: (error: Error | null | undefined, result: T) => void) => void;

/** What a callback brings, as a promise. */
export async function called<T>(start: Start<T>): Promise<T> {
  return new Promise((settle, fail) => {
    start((error, result) => (error ? fail(error) : settle(result)));
  });
}
