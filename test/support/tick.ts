/** Waits until the clock that dates files has moved: on some systems it moves every 10 ms only. */
export function fileClockTick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
