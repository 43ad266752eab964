import { findConfig, loadPlan, publishingPlan } from '../config/index.js';
import type { Messages } from '../messages/index.js';
import {
  createSource,
  hostSecretReader,
  readStatus,
  SILENT,
  silenceSince,
  type InboxStatus,
  type SiteStatus,
  type Trouble,
} from '../sync/index.js';
import type { WorkerSettings } from '../worker-settings.js';
import type { CliContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { heartbeatPath, openSite, type SiteOptions } from './site.js';

export interface StatusOptions extends SiteOptions {
  readonly config?: string;
  readonly json?: boolean;
}

const EXIT_OF: Readonly<Record<SiteStatus['freshness']['state'], ExitCode>> = {
  waiting: EXIT.ok,
  current: EXIT.ok,
  'source-late': EXIT.sourceLate,
  failing: EXIT.failing,
};

/** `difusor status`: what readers get, how old it is, and whose doing that is; changes nothing. */
export async function status(
  options: StatusOptions,
  context: CliContext,
  messages: Messages,
): Promise<ExitCode> {
  const { cwd, env, now, out } = context;
  const plan = publishingPlan(loadPlan(findConfig({ flag: options.config, env, cwd }), { cwd }));
  const { store, where, directory } = await openSite(options, plan, context, messages, 'read');
  const silence = directory === undefined ? undefined : await silenceSince(heartbeatPath(directory), now());
  const found = await readStatus(store, plan.worker, now(), silence);
  const inbox = await inboxOf(plan.worker);
  const shown = inbox === undefined ? found : { ...found, inbox };
  out(options.json === true ? `${JSON.stringify(shown, null, 2)}\n` : render(shown, where, messages));
  return EXIT_OF[found.freshness.state];
}

/** What the institute has pushed and nobody has taken; of an inbox that can't be read the worker's trouble tells. */
async function inboxOf(settings: WorkerSettings): Promise<InboxStatus | undefined> {
  if (settings.source.kind !== 'inbox') return undefined;
  // Without its notes, which are the worker's to write.
  const source = createSource(settings, { secrets: hostSecretReader({}) });
  return source.status?.().catch(() => undefined);
}

function render(
  found: SiteStatus & { readonly inbox?: InboxStatus },
  where: string,
  messages: Messages,
): string {
  const { pointer, window, freshness, trouble, inbox } = found;
  const lines = [
    messages.text('status.site', { where }),
    messages.text(`status.window.${window?.kind ?? 'none'}`, { id: window?.id ?? '' }),
    ...renderPointer(pointer, messages),
    messages.text(`status.freshness.${freshness.state}`, {
      minutes: Math.floor(freshness.ageSeconds / 60),
      lag: Math.floor(freshness.lagSeconds / 60),
    }),
    ...(trouble === undefined ? [] : [renderTrouble(trouble, messages)]),
    ...(inbox === undefined ? [] : [messages.text('status.inbox', { ...inbox })]),
  ];
  return `${lines.join('\n')}\n`;
}

function renderPointer(pointer: SiteStatus['pointer'], messages: Messages): string[] {
  const { state, generation, floor } = pointer;
  const held = state !== 'live' && pointer.held === true;
  return [
    messages.text(`status.pointer.${state}`, { generation: generation ?? '' }),
    ...(held ? [messages.text('status.held')] : []),
    ...(floor === undefined ? [] : [messages.text('status.floor', { floor })]),
  ];
}

function renderTrouble({ code, since }: Trouble, messages: Messages): string {
  return code === SILENT
    ? messages.text('status.trouble.WORKER_SILENT', { since })
    : messages.text('status.trouble', { code, since });
}
