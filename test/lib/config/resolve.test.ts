import { awsPlan, publishingPlan, type AwsPlan } from '../../../lib/config/index.js';
import { defaultName, resolvePlan } from '../../../lib/config/resolve.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import { sampleConfig } from './sample-config.js';

const plan = (changes: Record<string, unknown> = {}, call = 'bcs-2024'): AwsPlan => {
  const convocatoria = loadConvocatoria(call);
  const resolution = { file: 'difusor.yaml', folder: '/srv/difusor', convocatoria };
  return publishingPlan(awsPlan(resolvePlan(sampleConfig(changes), resolution)));
};

describe('resolvePlan', () => {
  it('names everything after the call where nothing else is said', () => {
    expect(plan()).toMatchObject({
      name: 'difusor-bcs-2024',
      file: 'difusor.yaml',
      secretName: 'difusor-bcs-2024/source',
      overriddenDates: [],
    });
    expect(defaultName({ id: 'x-2027' })).toBe('difusor-x-2027');
  });

  it('lists the dates that the file overrides, each deadline by its id', () => {
    const dates = {
      rehearsals: ['2024-05-19'],
      closing: '2024-06-03T21:00:00-07:00',
      deadlines: { 'memoria-tecnica': '2024-06-18', application: '2024-05-21' },
    };
    expect(plan({ dates }).overriddenDates).toEqual([
      'closing',
      'deadlines.application',
      'deadlines.memoria-tecnica',
      'rehearsals',
    ]);
  });

  it('takes the cautious side of every option that is not given', () => {
    expect(plan()).toMatchObject({
      site: { region: 'us-east-1', edgeCache: 'revalidate', frameAncestors: ["'self'"] },
      firewall: {
        rateLimit: { requestsPer5Minutes: 20_000, action: 'count' },
        anonymousIp: false,
        antiDdos: false,
      },
      shield: { tier: 'standard' },
      network: { natPerZone: false },
      archive: {},
      alarms: {},
      contacts: [],
      waivers: [],
      tags: {},
    });
    expect(plan().site).not.toHaveProperty('account');
  });

  it('gives the worker settings that its own schema accepts, with the periods of the call', () => {
    const { worker } = plan();
    expect(workerSettingsSchema.parse(worker)).toEqual(worker);
    expect(worker).toMatchObject({
      convocatoria: 'bcs-2024',
      zone: 'America/Mazatlan',
      cadenceMinutes: 20,
      takeDownMinutes: 45,
      source: { port: 443, secretName: 'difusor-bcs-2024/source' },
      package: { cutTime: { from: 'archive-name' }, maxBytes: 512 * 1024 * 1024 },
      publicUrl: 'https://prep.example.org',
    });
  });

  it('takes the periods of the file where the call is silent', () => {
    const { worker } = plan({ cadenceMinutes: 15, takeDownMinutes: 45 }, 'puebla-2024');
    expect(worker).toMatchObject({ cadenceMinutes: 15, takeDownMinutes: 45 });
  });

  it('tells the worker nothing of what the file leaves to it', () => {
    const { worker } = plan();
    for (const key of ['stablePrefixes', 'retentionHours']) expect(worker).not.toHaveProperty(key);
    expect(Object.keys(worker.package)).toEqual(['cutTime', 'maxBytes']);
  });

  it('hands on what never changes, how long cuts stay, and where the site is looked at', () => {
    const { worker } = plan({
      stable: ['/actas/'],
      retention: { hours: 48 },
      publicUrl: 'https://otra.example.org/',
    });
    expect(worker).toMatchObject({
      stablePrefixes: ['/actas/'],
      retentionHours: 48,
      publicUrl: 'https://otra.example.org',
    });
    expect(workerSettingsSchema.parse(worker)).toEqual(worker);
  });

  it('reads the path of an inbox from the folder of the file', () => {
    const source = { kind: 'inbox', path: 'buzon', complete: 'rename' };
    expect(plan({ source })).toMatchObject({
      secretName: 'difusor-bcs-2024/source',
      worker: { source: { path: '/srv/difusor/buzon' } },
    });
  });

  it('keeps each kind of certificate and of shield apart', () => {
    const arn = 'arn:aws:acm:us-east-1:012345678901:certificate/01234567-89ab-cdef-0123-456789abcdef';
    const shield = { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 };
    const made = plan({ certificate: { arn }, shield });
    expect(made.site.certificate).toEqual({ kind: 'existing', arn });
    expect(made.shield).toEqual({ tier: 'advanced', acceptedMonthlyPriceUsd: 3000 });
    expect(plan().site.certificate).toEqual({
      kind: 'dns',
      hostedZoneId: 'Z0123456789ABCDEFGHIJ',
      zoneName: 'example.org',
    });
  });

  it('folds the reason of a waiver into one line', () => {
    const waiver = {
      clause: 'II.c',
      reason: ' con acuerdo\n  del instituto\n',
      owner: 'X',
      expires: '2024-07-01',
    };
    expect(plan({ waivers: [waiver] }).waivers[0]?.reason).toBe('con acuerdo del instituto');
  });

  it('freezes the plan to its leaves', () => {
    const made = plan();
    const loose: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
    };
    walk(made, 'plan');
    expect(loose).toEqual([]);
  });
});
