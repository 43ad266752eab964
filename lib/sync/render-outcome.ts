import { renderError, type MessageId, type Messages } from '../messages/index.js';
import type { PublishedOutcome, SyncOutcome } from './outcome.js';
import type { SyncProgress } from './sync-context.js';

/** The lines that tell a person what a run came to. */
export function renderOutcome(outcome: SyncOutcome, messages: Messages): string[] {
  switch (outcome.kind) {
    case 'published':
      return renderPublished(outcome, messages);
    case 'unchanged':
      return [messages.text('sync.unchanged', { generation: outcome.generation })];
    case 'awaiting':
      return [messages.text('sync.awaiting', { opensAt: outcome.opensAt })];
    case 'held':
      return [renderHeld(outcome, messages)];
    case 'paused':
      return [messages.text('sync.paused', { until: outcome.until, code: outcome.code })];
    case 'outside-window':
      return outcome.nextFrom === undefined
        ? [messages.text('sync.outside-window.over')]
        : [messages.text('sync.outside-window', { nextFrom: outcome.nextFrom })];
    case 'refused':
    case 'failed':
      return [...renderError(outcome.error, messages), messages.text(whatCame(outcome))];
  }
}

function whatCame({ kind, error }: Extract<SyncOutcome, { kind: 'refused' | 'failed' }>): MessageId {
  return error.code === 'CUT_GAP' ? 'sync.waiting' : `sync.${kind}`;
}

function renderHeld(outcome: Extract<SyncOutcome, { kind: 'held' }>, messages: Messages): string {
  const { generation, reason } = outcome;
  if (reason !== 'before-opening') return messages.text(`sync.held.${reason}`, { generation });
  return messages.text('sync.held.before-opening', { generation, opensAt: outcome.opensAt });
}

/** The line that tells a person who watches of one step. */
export function renderProgress({ step, ...params }: SyncProgress, messages: Messages): string {
  return messages.text(`sync.progress.${step}`, params);
}

function renderPublished(outcome: PublishedOutcome, messages: Messages): string[] {
  const { generation, sentFiles, sentBytes, copiedFiles } = outcome;
  return [
    messages.text('sync.published', { generation, sentFiles, sentBytes, copiedFiles }),
    ...(outcome.rehearsal ? [messages.text('sync.published.rehearsal')] : []),
    ...(outcome.shown === 'live' ? [] : [messages.text(`sync.published.${outcome.shown}`)]),
    ...(outcome.pendingActas === undefined || outcome.pendingActas === 0
      ? []
      : [messages.text('sync.published.actas', { pending: outcome.pendingActas })]),
  ];
}
