import { any, unread } from '../conclude.js';
import { isUnresolved, shown, type FrameFact, type IngestFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { noParams, type NoParams } from './no-params.js';

/** The stack has one of the call's ways to the official source: a service that takes packages, or a frame. */
export const deliveryMethod: Rule<NoParams> = {
  id: 'delivery-method',
  how: 'rule.delivery-method.how',
  reads: ['ingests', 'frames'],
  params: noParams,
  evaluate: ({ ingests, frames }) =>
    any(
      [...ingests.map(judgeIngest), ...frames.map(judgeFrame)],
      breached({ text: 'rule.delivery-method.none' }),
    ),
};

function judgeIngest({ kind, port, resource }: IngestFact): Finding {
  if (isUnresolved(port)) return unread(port, resource);
  return met({ text: 'rule.delivery-method.package', params: { kind, port: shown(port) }, resource });
}

function judgeFrame({ source, resource }: FrameFact): Finding {
  if (isUnresolved(source)) return unread(source, resource);
  return met({ text: 'rule.delivery-method.frame', params: { source }, resource });
}
