import { unread } from '../conclude.js';
import { isUnresolved } from '../facts.js';
import { breached, met, type Rule } from '../rule.js';
import { eachWorker } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** The worker takes packages by itself: it verifies each one whole, and unpacks it only then. */
export const packageVerification: Rule<NoParams> = {
  id: 'package-verification',
  how: 'rule.package-verification.how',
  reads: ['workers'],
  params: noParams,
  evaluate: (facts) =>
    eachWorker(facts, ({ settings, resource }) => {
      if (settings === undefined) return breached({ text: 'rule.opening-gate.no-settings', resource });
      if (isUnresolved(settings)) return unread(settings, resource);
      const { source, package: form } = settings;
      if (source.kind === 'rsync' || (source.kind === 'inbox' && source.form === 'tree')) {
        return breached({ text: 'rule.package-verification.tree', resource });
      }
      const digests = [form.sidecar, form.digests?.algorithm, form.actas && 'actas'];
      const given = digests.filter((digest) => digest !== undefined).join(', ');
      return given === ''
        ? met({ text: 'rule.package-verification.met', resource })
        : met({ text: 'rule.package-verification.digests', params: { digests: given }, resource });
    }),
};
