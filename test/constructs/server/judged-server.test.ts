import { serverParts } from '../../../constructs/server/stack/server-parts.js';
import { synthesizeServers } from '../../../constructs/server/stack/synthesize-servers.js';
import { collectTerraform, judge } from '../../../lib/compliance/index.js';
import type { HostedPlan } from '../../../lib/config/index.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../support/server-plan.js';

const SERVER = serverPlan().server;
/** What a difusor sets where its call asks for more than the defaults. */
const CAREFUL = {
  alarms: { webhookFile: '/srv/prep/secrets/webhook' },
  server: { ...SERVER, web: { ...SERVER.web, modSecurity: true }, logs: { ...SERVER.logs, days: 90 } },
};
const SFTP = { ...sftpPlan(), ...CAREFUL };

const PLANS: readonly (readonly [name: string, plan: HostedPlan])[] = [
  ['veracruz-2024', serverPlan({ ...CAREFUL, server: { ...CAREFUL.server, web: SERVER.web } })],
  ['chiapas-2024 by packages', SFTP],
  ['chiapas-2024 by a frame', framePlan(CAREFUL)],
  ['coahuila-2024 by packages', callOf(SFTP, 'coahuila-2024')],
  ['puebla-2024', callOf(SFTP, 'puebla-2024')],
];

describe('the judge', () => {
  test.each(PLANS)('finds every template and worker clause met or not applicable: %s', (_, plan) => {
    const verdicts = judged(plan).filter(({ clause: { kind } }) => kind === 'template' || kind === 'worker');
    expect(verdicts.length).toBeGreaterThan(4);
    expect(
      verdicts.flatMap(({ clause, status, evidence }) =>
        status === 'met' || status === 'not-applicable' ? [] : [{ id: clause.id, status, evidence }],
      ),
    ).toEqual([]);
  });

  test('leaves no gap in what the constructs make', () => {
    expect(PLANS.flatMap(([, plan]) => factsOf(plan).gaps)).toEqual([]);
  });
});

function callOf(plan: typeof SFTP, id: string): HostedPlan {
  const convocatoria = loadConvocatoria(id);
  const takeDown = convocatoria.takeDown?.minutes ?? plan.worker.takeDownMinutes;
  const windows = plan.worker.windows.map((window) =>
    window.kind === 'election' ? { ...window, opensAt: convocatoria.opening.at } : window,
  );
  return {
    ...plan,
    convocatoria,
    worker: { ...plan.worker, convocatoria: id, takeDownMinutes: takeDown, windows },
  };
}

function factsOf(plan: HostedPlan) {
  return collectTerraform(
    synthesizeServers(plan, { parts: serverParts(plan, { difusorYaml: 'institution: x\n' }) }),
  );
}

function judged(plan: HostedPlan) {
  const { convocatoria, delivery, site } = plan;
  return judge({
    convocatoria,
    facts: factsOf(plan),
    domain: site.domain,
    waivers: [],
    scope: { delivery },
    today: '2024-06-01',
  });
}
