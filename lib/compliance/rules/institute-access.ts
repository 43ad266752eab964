import { any, unless, unread } from '../conclude.js';
import { isUnresolved, shown, type Facts, type IngestFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { noParams, type NoParams } from './no-params.js';

/** The institute may bring its packages: a service takes them from who shows who it is, into a folder that the worker reads. */
export const instituteAccess: Rule<NoParams> = {
  id: 'institute-access',
  how: 'rule.institute-access.how',
  reads: ['ingests', 'containers'],
  params: noParams,
  evaluate: (facts) =>
    any(
      facts.ingests.map((ingest) => judge(ingest, facts)),
      breached({ text: 'rule.institute-access.none' }),
    ),
};

function judge({ authentication, folder, kind, resource }: IngestFact, { containers }: Facts): Finding {
  const hole = [authentication, folder].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  const own = containers.find((container) => container.resource === resource);
  const places = (own?.writes ?? []).filter((place) => typeof place === 'string');
  const writable = places.some((place) => folder === place || shown(folder).startsWith(`${place}/`));
  return unless(
    [
      ...(authentication === 'none' ? [breached({ text: 'rule.institute-access.anybody', resource })] : []),
      ...(own !== undefined && !writable
        ? [breached({ text: 'rule.institute-access.read-only', resource })]
        : []),
    ],
    met({ text: 'rule.institute-access.met', params: { kind }, resource }),
  );
}
