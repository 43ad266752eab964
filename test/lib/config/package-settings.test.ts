import { packageSettings } from '../../../lib/config/package-settings.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import { SETTINGS } from '../../support/worker-settings.js';
import { sampleConfig } from './sample-config.js';

const TREE = {
  kind: 'rsync',
  via: 'daemon',
  host: 'prep.example.net',
  path: '/prep/sitio',
};
const resolve = (changes: Record<string, unknown> = {}, call = 'bcs-2024') =>
  packageSettings(sampleConfig(changes), loadConvocatoria(call));

describe('packageSettings', () => {
  test.each([
    ['archive-name', { from: 'archive-name' }],
    ['arrival', { from: 'arrival' }],
    [
      { json: 'a.json', pointer: '/hora' },
      { from: 'json', file: 'a.json', pointer: '/hora' },
    ],
    [{ csv: 'bd/*.zip!/*.csv' }, { from: 'csv', file: 'bd/*.zip!/*.csv' }],
  ])('reads the time of a cut as %j', (cutTime, expected) => {
    const settings = resolve({ package: { cutTime } });
    expect(settings.cutTime).toEqual(expected);
    expect(workerSettingsSchema.parse({ ...SETTINGS, package: settings }).package).toEqual(settings);
  });

  it('demands nothing that the file does not name', () => {
    expect(resolve()).toEqual({ cutTime: { from: 'archive-name' }, maxBytes: 512 * 1024 * 1024 });
  });

  it('hands on every check, a list of digests being of SHA-256 where nothing else is said', () => {
    const checks = {
      mustContain: ['index.html'],
      sidecar: 'md5',
      actas: { csv: 'bd/*.csv', column: 'SHA', images: 'actas/*.jpg' },
    };
    const settings = resolve({ package: { ...checks, maxMib: 1, digests: { file: 'SHA256SUMS' } } });
    expect(settings).toEqual({
      cutTime: { from: 'archive-name' },
      maxBytes: 1_048_576,
      ...checks,
      digests: { file: 'SHA256SUMS', algorithm: 'sha256' },
    });
    expect(workerSettingsSchema.parse({ ...SETTINGS, package: settings }).package).toEqual(settings);
  });

  test.each([
    ['chiapas-2024', true],
    ['coahuila-2024', true],
    ['puebla-2024', true],
    ['bcs-2024', undefined],
    ['veracruz-2024', undefined],
  ])('takes from %s whether packages hold only what changed', (call, incremental) => {
    expect(resolve({}, call).incremental).toBe(incremental);
  });

  it('lets the file say otherwise than the call', () => {
    expect(resolve({ package: { incremental: false } }, 'chiapas-2024').incremental).toBeUndefined();
    expect(resolve({ package: { incremental: true } }).incremental).toBe(true);
  });

  it('takes a tree for all of the site, whatever the call says of packages', () => {
    expect(resolve({ source: TREE }, 'chiapas-2024').incremental).toBeUndefined();
  });
});
