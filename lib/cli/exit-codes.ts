/** How the command line ends; a script may rely on these numbers. */
export const EXIT = {
  /** Done; for `check`: every clause that can be proven is met, waived or not applicable. */
  ok: 0,
  /** The input was refused, or the work failed. */
  error: 1,
  /** `check` and `audit` only: a clause is breached or undetermined. */
  breached: 2,
  /** `status` only: readers get the newest cut there is, and the institute has made no newer one in time. */
  sourceLate: 3,
  /** `status` only: asking, taking or publishing fails, so that readers may get an old cut. */
  failing: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
