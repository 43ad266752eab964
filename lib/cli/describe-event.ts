import type { MessageParams } from '../errors.js';
import type { JournalEvent } from '../journal/index.js';
import { isMessageId, type MessageId, type Messages } from '../messages/index.js';

/** What happened, in a person's language and on one line. */
export function describeEvent(event: JournalEvent, messages: Messages): string {
  return oneLine(messages.text(idOf(event), paramsOf(event, messages)));
}

/** Text of others as it may stand on a terminal: without line breaks and control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function idOf(event: JournalEvent): MessageId {
  if (event.event === 'held') return `journal.event.held.${event.reason}`;
  if (event.event === 'seen' && event.code !== undefined) return 'journal.event.seen.fault';
  return `journal.event.${event.event}`;
}

function paramsOf(event: JournalEvent, messages: Messages): MessageParams {
  const nothing = messages.text('journal.nothing');
  const params: Record<string, string | number | boolean> = {
    generation: nothing,
    from: nothing,
    to: nothing,
  };
  for (const [name, value] of Object.entries<unknown>(event)) {
    if (isPlain(value)) params[name] = value;
  }
  if ('code' in event && event.code !== undefined) {
    params.reason = describeCode(event.code, event.params ?? {}, messages);
  }
  if (event.event === 'gap') params.count = event.missing.filter(({ accepted }) => accepted !== true).length;
  if (event.event === 'operated') params.order = messages.text(`journal.operation.${event.operation}`);
  if (event.event === 'retired') {
    params.count = event.generations.length;
    params.generations = event.generations.join(', ');
  }
  return params;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A code that was written down, by whichever version: with its text where this one has it. */
function describeCode(code: string, params: MessageParams, messages: Messages): string {
  const id = `error.${code}`;
  if (!isMessageId(id)) return code;
  try {
    return `${code}: ${messages.text(id, params)}`;
  } catch {
    // Another version's text wanted other parameters.
    return code;
  }
}
