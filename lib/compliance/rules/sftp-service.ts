import { all, unless, unread } from '../conclude.js';
import { isUnresolved, shown, type IngestFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { noParams, type NoParams } from './no-params.js';

/** A service by sftp or ssh takes the institute's packages, by key alone, from whom can't leave the folder. */
export const sftpService: Rule<NoParams> = {
  id: 'sftp-service',
  how: 'rule.sftp-service.how',
  reads: ['ingests', 'containers'],
  params: noParams,
  evaluate({ ingests }) {
    const services = ingests.filter(({ kind }) => kind !== 'rsync');
    if (services.length === 0) return breached({ text: 'rule.sftp-service.none' });
    return all(services.map(judge));
  },
};

function judge({ port, confined, authentication, kind, resource }: IngestFact): Finding {
  const hole = [port, confined, authentication].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  return unless(
    [
      ...(authentication === 'key' ? [] : [breached({ text: 'rule.sftp-service.no-key', resource })]),
      ...(confined === true ? [] : [breached({ text: 'rule.sftp-service.roams', resource })]),
    ],
    met({ text: 'rule.sftp-service.met', params: { kind, port: shown(port) }, resource }),
  );
}
