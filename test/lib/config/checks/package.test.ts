import { packageFaults } from '../../../../lib/config/checks/package.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';
import { sampleConfig } from '../sample-config.js';

const TREES = [
  { kind: 'rsync', via: 'daemon', host: 'prep.example.net', path: '/prep/sitio' },
  { kind: 'inbox', path: '/srv/buzon', form: 'tree', complete: { marker: 'LISTO' } },
];
const idsOf = (changes: Record<string, unknown>) =>
  packageFaults({ config: sampleConfig(changes) }).map(({ id, path }) => [id, path.join('.')]);

describe('packageFaults', () => {
  it('accepts an archive that has its time in its name and its digest beside it', () => {
    expect(idsOf({ package: { sidecar: 'sha256' } })).toEqual([]);
  });

  test.each(TREES)('refuses to read a time in the name of a tree: %j', (source) => {
    expect(idsOf({ source })).toEqual([['problem.tree-has-no-name', 'package.cutTime']]);
  });

  test.each(TREES)('refuses a digest beside a tree: %j', (source) => {
    expect(idsOf({ source, package: { cutTime: 'arrival', sidecar: 'md5' } })).toEqual([
      ['problem.tree-has-no-sidecar', 'package.sidecar'],
    ]);
  });

  test.each(TREES)('accepts a time that a file of the tree says: %j', (source) => {
    expect(idsOf({ source, package: { cutTime: { json: 'a.json', pointer: '/a' } } })).toEqual([]);
  });

  it('refuses a file that stands twice', () => {
    expect(idsOf({ package: { mustContain: ['a', 'b', 'a'] } })).toEqual([
      ['problem.duplicate-item', 'package.mustContain.2'],
    ]);
  });

  it('says nothing where there is no package', () => {
    expect(packageFaults({ config: {} })).toEqual([]);
  });

  const SINGLE = [
    { kind: 'https', host: 'prep.example.net', path: '/p.zip', auth: 'none' },
    { kind: 's3', bucket: 'prep-ejemplo', region: 'us-east-1', key: 'p.zip', auth: 'keys' },
  ];
  const FOLDERS = [
    { kind: 's3', bucket: 'prep-ejemplo', region: 'us-east-1', key: 'cortes/', auth: 'keys' },
    { kind: 'inbox', path: '/srv/buzon', complete: 'rename' },
  ];
  const REFUSED = [['problem.changes-at-one-address', 'package.incremental']];

  test.each(SINGLE)('refuses changes at one address, where one of two is lost: %j', (source) => {
    expect(idsOf({ source, package: { incremental: true } })).toEqual(REFUSED);
    expect(idsOf({ source, package: { incremental: false } })).toEqual([]);
    expect(idsOf({ source })).toEqual([]);
  });

  test.each(SINGLE)('refuses them also where the call says that packages hold changes: %j', (source) => {
    const found = (changes: Record<string, unknown>): string[] =>
      packageFaults({
        config: sampleConfig({ source, ...changes }),
        convocatoria: loadConvocatoria('chiapas-2024'),
      }).map(({ id }) => id);
    expect(found({})).toEqual(['problem.changes-at-one-address']);
    expect(found({ package: { incremental: false } })).toEqual([]);
  });

  test.each(FOLDERS)('accepts changes where each has its place: %j', (source) => {
    expect(idsOf({ source, package: { incremental: true } })).toEqual([]);
  });
});
