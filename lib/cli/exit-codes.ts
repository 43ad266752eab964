/** How the command line ends; a script may rely on these numbers. */
export const EXIT = {
  /** Done; for `check`: every clause that can be proven is met, waived or not applicable. */
  ok: 0,
  /** The input was refused, or the work failed. */
  error: 1,
  /** `check` only: a clause is breached or undetermined. */
  breached: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
