import { printable } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import { createMessages, renderError, type Locale } from '../messages/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';

/** What a terminal obeys or shows elsewhere, but for the ends of lines; a parameter may carry it. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Renders any failure with its code and remedy; what is not the toolkit's own error is a defect and says so. */
export function describeFailure(error: unknown, locale: Locale): string {
  const known =
    error instanceof DifusorError
      ? error
      : new DifusorError('INTERNAL', {
          reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
  const text = `${renderError(known, createMessages(locale)).join('\n')}\n`;
  return text.replace(UNPRINTABLE, printable);
}

/** Runs an entry point that prints nothing itself; a failure goes to standard error and sets the exit status. */
export function reportAndExit(run: () => void, locale: Locale = 'es'): void {
  try {
    run();
  } catch (error) {
    process.stderr.write(describeFailure(error, locale));
    process.exitCode = EXIT.error satisfies ExitCode;
  }
}
