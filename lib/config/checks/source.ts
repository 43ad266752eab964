import type { Fault } from '../fault.js';
import type { InboxConfig, SourceConfig } from '../source-schema.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** What one key of the source asks of another: a push must be seen to end, and a password needs a user. */
export const sourceFaults: Check = ({ config, convocatoria }) => {
  const { source } = config;
  if (source === undefined) return [];
  if (source.kind === 'inbox') {
    return inboxFaults(source, config.cadenceMinutes ?? convocatoria?.cadence?.minutes);
  }
  return [...userFaults(source), ...hostKeyFaults(source)];
};

function inboxFaults({ form, complete }: InboxConfig, cadenceMinutes: number | undefined): Fault[] {
  const path = ['source', 'complete'];
  if (complete === 'rename') {
    return form === 'tree' ? [{ id: 'problem.inbox-tree-rename', path, params: {} }] : [];
  }
  if (!('quietSeconds' in complete) || cadenceMinutes === undefined) return [];
  const got = complete.quietSeconds;
  // Half a period: what is pushed must still come out before the next push begins.
  const maximum = cadenceMinutes * 30;
  if (got <= maximum) return [];
  return [{ id: 'problem.quiet-too-long', path: [...path, 'quietSeconds'], params: { got, maximum } }];
}

function userFaults(source: Exclude<SourceConfig, InboxConfig>): Fault[] {
  if (source.kind !== 'rsync' || source.secretName === undefined || source.username !== undefined) return [];
  return [{ id: 'problem.rsync-user', path: ['source', 'secretName'], params: {} }];
}

function hostKeyFaults(source: Exclude<SourceConfig, InboxConfig>): Fault[] {
  if (!('hostKeys' in source)) return [];
  return duplicateFaults(source.hostKeys, (index) => ['source', 'hostKeys', index]);
}
