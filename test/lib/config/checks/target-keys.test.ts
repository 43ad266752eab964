import { targetKeyFaults } from '../../../../lib/config/checks/target-keys.js';
import { CHIAPAS_FRAME, VERACRUZ } from '../../../support/server-plan.js';
import { BASE } from '../sample-config.js';
import { parse } from 'yaml';
import { faultsIn, veracruz } from './server-faults.js';

const AWS = parse(BASE) as Record<string, unknown>;
const found = (content: object) => faultsIn(targetKeyFaults, content);

describe('targetKeyFaults', () => {
  it('lets each kind of file have what is its own', () => {
    for (const content of [AWS, VERACRUZ, CHIAPAS_FRAME]) expect(found(content)).toEqual([]);
    const frame = { official: 'https://prep.example.net/' };
    const framed = Object.fromEntries(Object.entries({ ...AWS, frame }).filter(([key]) => key !== 'source'));
    expect(found(framed)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['certificate', AWS.certificate],
    ['region', 'us-east-1'],
    ['account', '012345678901'],
    ['edgeCache', 'per-cut'],
    ['waf', {}],
    ['shield', { tier: 'standard' }],
    ['network', { natPerZone: true }],
  ])('refuses %s of AWS beside servers, also where it is the default', (name, value) => {
    expect(found(veracruz({}, { [name]: value }))).toEqual([['key-of-aws', name]]);
  });

  it('refuses a key within a mapping by its full name', () => {
    expect(found(veracruz({}, { archive: { objectLockDays: 30 } }))).toEqual([
      ['key-of-aws', 'archive.objectLockDays'],
    ]);
    expect(found(veracruz({}, { alarms: { email: 'a@example.org' } }))).toEqual([
      ['key-of-aws', 'alarms.email'],
    ]);
    expect(found({ ...AWS, alarms: { webhookFile: '/srv/w' } })).toEqual([
      ['key-of-servers', 'alarms.webhookFile'],
    ]);
  });

  test.each<[string, unknown]>([
    ['source', AWS.source],
    ['package', {}],
    ['stable', []],
    ['retention', { hours: 48 }],
    ['publicUrl', 'https://prep.example.org'],
    ['cadenceMinutes', 15],
    ['takeDownMinutes', 45],
  ])('refuses %s beside a frame, which gets no packages', (name, value) => {
    expect(found({ ...CHIAPAS_FRAME, [name]: value })).toEqual([['key-of-packages', name]]);
  });

  it('refuses an ingest beside a frame', () => {
    expect(found({ ...VERACRUZ, frame: CHIAPAS_FRAME.frame })).toEqual([
      ['key-of-packages', 'server.ingest'],
    ]);
  });

  it('misses what each kind of file can’t do without', () => {
    const bare = { convocatoria: 'bcs-2024', institution: { name: 'X' }, domain: 'prep.example.org' };
    expect(found(bare)).toEqual([
      ['missing-key', 'certificate'],
      ['missing-key', 'source'],
    ]);
    expect(found(veracruz({ ingest: undefined }))).toEqual([['missing-key', 'source']]);
    expect(found({ ...bare, frame: CHIAPAS_FRAME.frame })).toEqual([['missing-key', 'certificate']]);
  });

  it('goes by the keys that are there, so that a wrong shape misses nothing of another kind', () => {
    for (const server of ['uno', [], null, { ingest: 'rsync' }]) {
      expect(targetKeyFaults({ config: {}, given: { ...VERACRUZ, server } })).toEqual([]);
    }
  });
});
