import { findConfig, loadPlan, publishingPlan, type PublishingPlan } from '../config/index.js';
import { printable } from '../cut/index.js';
import { GENERATION } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import type { Operation } from '../journal/index.js';
import type { Messages } from '../messages/index.js';
import {
  closeSite,
  DryRunSiteStore,
  openSite as openToReaders,
  raiseNotice,
  rollBack,
  withdrawNotice,
  type PointerChange,
  type SiteStore,
} from '../publish/index.js';
import { acceptGap, windowAt } from '../sync/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import type { CliContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { openSite, type Site, type SiteOptions } from './site.js';
import { NothingDone, writtenDown, type CarriedOut, type OrderToWrite } from './written-order.js';

export interface OrderOptions extends SiteOptions {
  readonly config?: string;
  /** Why; it stands in the journal. */
  readonly reason: string;
  /** `rollback` only: the cut to show; else the one before the live one. */
  readonly to?: string;
  /** Says what would happen, and changes nothing. */
  readonly dryRun?: boolean;
}

/** Control characters would break the journal's lines on a terminal. */
const REASON = /^[^\p{Cc}]{3,500}$/u;

/**
 * `difusor rollback`, `notice on|off`, `open`, `close`, `accept-gap`: does what a person orders, and writes down why.
 * @throws USAGE, CUT_NOT_FOUND, NOTHING_TO_ROLL_BACK, REHEARSAL_AS_LIVE, OPENING_AHEAD, POINTER_MOVED,
 *   POINTER_UNREADABLE, NOTES_MOVED
 * @throws STORE_READ_FAILED where there is no such site; JOURNAL_WRITE_FAILED, JOURNAL_LOCKED: what it says before tells
 *   whether the order took effect
 */
export async function order(
  operation: Operation,
  options: OrderOptions,
  context: CliContext,
  messages: Messages,
): Promise<ExitCode> {
  const { cwd, env, out } = context;
  const reason = options.reason.trim();
  if (!REASON.test(reason)) throw new DifusorError('USAGE', { reason: messages.text('cli.order.reason') });
  assertGeneration(options.to);
  const plan = publishingPlan(loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd }));
  const dry = options.dryRun === true;
  const site = await openSite(options, plan, context, messages, dry ? 'read' : 'change');
  const { change, unwritten } = dry
    ? { change: await carryOut(operation, new DryRunSiteStore(site.store), options, plan, context) }
    : await inEarnest(site, { operation, reason }, context, messages, () =>
        carryOut(operation, site.store, options, plan, context),
      );
  if (dry) out(`${messages.text('cli.dry-run')}\n`);
  out(`${outcomeOf(operation, change, messages)}\n`);
  if (unwritten === undefined) return EXIT.ok;
  context.err(`${messages.text('order.unwritten')}\n`);
  throw unwritten;
}

async function inEarnest(
  { openJournal, close }: Site,
  toWrite: OrderToWrite,
  { err }: CliContext,
  messages: Messages,
  move: () => Promise<PointerChange>,
): Promise<CarriedOut> {
  try {
    return await writtenDown(toWrite, openJournal, move);
  } catch (error) {
    if (!(error instanceof NothingDone)) throw error;
    err(`${messages.text('order.nothing-done')}\n`);
    throw error.cause;
  } finally {
    // What a journal did not take has been told by then, and what it took is on the disk.
    await close().catch(() => undefined);
  }
}

/** What readers get from now on. */
function outcomeOf(operation: Operation, { moved, to }: PointerChange, messages: Messages): string {
  if (!moved) return messages.text('order.unchanged');
  const state = to.state === 'closed' && to.held === true ? 'held' : to.state;
  return messages.text(`order.${operation}`, { generation: to.generation ?? '', state });
}

/** @throws CUT_NOT_FOUND for what can't be the name of a cut */
function assertGeneration(to: string | undefined): void {
  if (to !== undefined && !GENERATION.test(to))
    throw new DifusorError('CUT_NOT_FOUND', { generation: printable(to) });
}

function carryOut(
  operation: Operation,
  store: SiteStore,
  { to }: OrderOptions,
  { worker }: PublishingPlan,
  context: CliContext,
): Promise<PointerChange> {
  const now = context.now();
  const window = windowAt(worker.windows, now);
  const rehearsal = window?.kind === 'rehearsal' ? window.id : undefined;
  switch (operation) {
    case 'rollback':
      return rollBack(store, { to, now });
    case 'notice-on':
      return raiseNotice(store);
    case 'notice-off':
      return withdrawNotice(store, { rehearsal });
    case 'close':
      return closeSite(store);
    case 'accept-gap':
      return acceptGap(store);
    case 'open':
      return openToReaders(store, { now, opensAt: openingOf(worker.windows, window), rehearsal });
  }
}

/** The opening of the window that is on, else that of the election. */
function openingOf(windows: PublishingPlan['worker']['windows'], window: WorkerWindow | undefined): Date {
  const opening = window ?? windows.find(({ kind }) => kind === 'election') ?? windows[0];
  return new Date(opening?.opensAt ?? 0);
}
