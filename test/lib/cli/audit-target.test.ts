import { auditTarget } from '../../../lib/cli/audit-target.js';
import { createMessages } from '../../../lib/messages/index.js';
import { awsFramePlan } from '../../support/aws-frame-plan.js';
import { examplePlan } from '../../support/example-plan.js';
import { framePlan, serverPlan, sftpPlan } from '../../support/server-plan.js';

const messages = createMessages('en');

describe('auditTarget', () => {
  it('knows of Veracruz the ports of the call, the institute’s account and no sftp', () => {
    const target = auditTarget(serverPlan(), undefined, messages);
    expect(target).toMatchObject({
      ports: [22, 80, 443, 873],
      hosts: [{ name: 'uno', institute: 'instituto', folder: '/srv/prep' }],
      headers: [],
    });
    expect(target.hosts[0]).not.toHaveProperty('ingest');
    expect(target).not.toHaveProperty('official');
  });

  it('knows of Chiapas, method 1, the sftp and the header', () => {
    const plan = sftpPlan();
    expect(auditTarget(plan, undefined, messages)).toMatchObject({
      hosts: [{ ingest: { user: 'iepc', port: plan.ingest?.port } }],
      headers: [{ path: '/json/main.json', name: 'Cache-Control' }],
    });
  });

  it('counts the cuts of the night, the first and the last too', () => {
    const plan = sftpPlan();
    const window = { id: 'election', kind: 'election', from: '2024-06-02T19:00:00-06:00' } as const;
    const opensAt = '2024-06-02T20:00:00-06:00';
    const until = '2024-06-03T21:00:00-06:00';
    const counted = (lastCutAt?: string) => {
      const own = { ...window, opensAt, until, ...(lastCutAt === undefined ? {} : { lastCutAt }) };
      const worker = { ...plan.worker, cadenceMinutes: 15, windows: [own] };
      return auditTarget({ ...plan, worker }, undefined, messages).expectedCuts;
    };
    expect(counted('2024-06-03T20:00:00-06:00')).toBe(97);
    expect(counted()).toBeUndefined();
  });

  it('knows of a frame the official site', () => {
    expect(auditTarget(framePlan(), undefined, messages)).toMatchObject({
      official: 'https://prep.example.net/',
    });
  });

  it('knows of a page on AWS the official site, and no host', () => {
    const target = auditTarget(awsFramePlan(), undefined, messages);
    expect(target).toMatchObject({
      domain: 'prep.example.org',
      hosts: [],
      ports: [],
      official: 'https://prep.example.net/',
    });
    expect(() => auditTarget(awsFramePlan(), 'uno', messages)).toThrow(
      expect.objectContaining({
        params: { reason: 'difusor.yaml has no server called uno; it has: —.' },
      }) as Error,
    );
  });

  it('knows of a copy on AWS the header of the call', () => {
    const target = auditTarget(examplePlan(), undefined, messages);
    expect(target).toMatchObject({ hosts: [], headers: [{ path: '/*', name: 'Cache-Control' }] });
    expect(target).not.toHaveProperty('official');
  });

  it('refuses a host that the plan does not have, and names those that it has', () => {
    expect(() => auditTarget(serverPlan(), 'dos', messages)).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        params: { reason: 'difusor.yaml has no server called dos; it has: uno.' },
      }) as Error,
    );
  });
});
