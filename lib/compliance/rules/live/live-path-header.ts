import type { PathHeader } from '../../../convocatorias/index.js';
import { all } from '../../conclude.js';
import type { Measured } from '../../live-facts.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveSite, ifMeasured, type LiveSite } from './measured.js';

/** Every host, and every address of the name, answers with each header of the call, once and with its value, also where it answers 304. */
export const livePathHeader: Rule<NoParams> = {
  id: 'live-path-header',
  how: 'rule.live-path-header.how',
  reads: ['live'],
  confirms: ['path-header'],
  params: noParams,
  evaluate(facts, { convocatoria, domain }) {
    const { headers } = convocatoria;
    if (headers.length === 0) return notApplicable({ text: 'rule.path-header.silent' });
    return eachLiveSite(facts, domain, (site) => all(headers.map((header) => judge(header, site))));
  },
};

function judge(header: PathHeader, site: LiveSite): Finding {
  const look = site.web.headers.find(({ path, name }) => path === header.path && name === header.name);
  if (look === undefined) {
    const { path, name } = header;
    return undetermined({
      text: 'rule.live-path-header.unasked',
      params: { path, name },
      resource: site.name,
    });
  }
  return all([
    judgeAnswer(header, look.fresh, 'fresh', site),
    judgeAnswer(header, look.revalidated, 'revalidated', site),
  ]);
}

function judgeAnswer(
  { path, name, value }: PathHeader,
  answer: Measured<{ readonly status: number; readonly values: readonly string[] }>,
  what: 'fresh' | 'revalidated',
  site: LiveSite,
): Finding {
  return ifMeasured(answer, what, site.name, ({ status, values }, at) => {
    const got = values.length === 0 ? '—' : values.join(' | ');
    const params = { path, name, value, got, status: String(status), at };
    if (values.length === 1 && values[0] === value)
      return met({ text: 'rule.live-path-header.exact', params, resource: site.name });
    return breached({ text: 'rule.live-path-header.other', params, resource: site.name });
  });
}
