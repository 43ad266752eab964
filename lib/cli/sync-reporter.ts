import { failureOf } from '../failure.js';
import { isDifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import {
  createSyncLog,
  renderOutcome,
  renderProgress,
  type SyncOutcome,
  type SyncProgress,
} from '../sync/index.js';
import type { CliContext } from './context.js';
import { describeFailure } from './report-error.js';

/** Tells of runs: to a person in sentences, to a log in JSON lines; never both. */
export interface SyncReporter {
  readonly progress: (step: SyncProgress) => void;
  readonly outcome: (outcome: SyncOutcome) => void;
  /** Nothing that follows is done for real. */
  readonly dryRun: () => void;
  /** The journal is not written, while the work goes on. */
  readonly withoutJournal: (error: unknown) => void;
  /** Takes the worker's structured lines. */
  readonly logDestination: { write(line: string): void };
}

export function createSyncReporter(
  form: 'text' | 'json',
  { out, err }: CliContext,
  messages: Messages,
): SyncReporter {
  return form === 'json' ? jsonReporter(out) : textReporter(out, err, messages);
}

/** The worker's own log says it all. */
function jsonReporter(out: CliContext['out']): SyncReporter {
  return {
    progress: () => undefined,
    outcome: () => undefined,
    dryRun: () => out(`${JSON.stringify({ msg: 'dry-run' })}\n`),
    withoutJournal: (error) => {
      const code = isDifusorError(error) ? error.code : 'INTERNAL';
      createSyncLog({ write: out }).error({ code, reason: failureOf(error).message }, 'journal not written');
    },
    logDestination: { write: out },
  };
}

function textReporter(out: CliContext['out'], err: CliContext['err'], messages: Messages): SyncReporter {
  return {
    progress: (step) => err(`${renderProgress(step, messages)}\n`),
    outcome: (outcome) => {
      const failed = outcome.kind === 'refused' || outcome.kind === 'failed' || outcome.kind === 'paused';
      const lines = renderOutcome(outcome, messages).join('\n');
      (failed ? err : out)(`${lines}\n`);
    },
    dryRun: () => out(`${messages.text('cli.dry-run')}\n`),
    withoutJournal: (error) => err(describeFailure(error, messages.locale)),
    logDestination: { write: () => undefined },
  };
}
