import { appendFileSync } from 'node:fs';

/** Something that a reader of the results must know though no test failed. */
export type Note =
  | { readonly kind: 'skipped'; readonly part: string; readonly why: string }
  | { readonly kind: 'recorded-only'; readonly type: string }
  /** Figures that were taken on the way; no test depends on them. */
  | { readonly kind: 'measured'; readonly what: string; readonly figures: object };

/** Leaves a note for `summary-reporter.cjs`. */
export function leaveNote(note: Note): void {
  const file = process.env.DIFUSOR_E2E_NOTES;
  if (file === undefined) throw new Error('DIFUSOR_E2E_NOTES is unset: run with test/e2e/jest.config.cjs');
  appendFileSync(file, `${JSON.stringify(note)}\n`);
}
