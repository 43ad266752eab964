import { sourceFaults } from '../../../../lib/config/checks/source.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';
import { sampleConfig } from '../sample-config.js';

const KEY = `SHA256:${'a'.repeat(43)}`;
const convocatoria = loadConvocatoria('bcs-2024');
const inbox = (complete: unknown, form = 'archive') => ({
  kind: 'inbox',
  path: '/srv/buzon',
  form,
  complete,
});
const daemon = { kind: 'rsync', via: 'daemon', host: 'prep.example.net', path: '/prep/sitio' };
const idsOf = (source: Record<string, unknown>) =>
  sourceFaults({ config: sampleConfig({ source }), convocatoria }).map(({ id, path }) => [
    id,
    path.join('.'),
  ]);

describe('sourceFaults', () => {
  test.each([
    ['an https source', { kind: 'https', host: 'prep.example.net', path: '/p.zip', auth: 'basic' }],
    ['an inbox of archives by rename', inbox('rename')],
    ['an inbox of archives by marker', inbox({ marker: '.ok' })],
    ['a tree by marker', inbox({ marker: 'LISTO' }, 'tree')],
    ['a tree by quiet of just half a period', inbox({ quietSeconds: 600 }, 'tree')],
    ['an open daemon', daemon],
    ['a daemon with user and secret', { ...daemon, username: 'u', secretName: 's' }],
  ])('accepts %s', (_name, source) => {
    expect(idsOf(source)).toEqual([]);
  });

  it('refuses a tree that ends by a rename', () => {
    expect(idsOf(inbox('rename', 'tree'))).toEqual([['problem.inbox-tree-rename', 'source.complete']]);
  });

  it('refuses quiet of more than half a period of the call', () => {
    expect(idsOf(inbox({ quietSeconds: 601 }))).toEqual([
      ['problem.quiet-too-long', 'source.complete.quietSeconds'],
    ]);
  });

  it('takes the period of the file where the call has none, and says nothing where nobody has', () => {
    const source = inbox({ quietSeconds: 601 });
    const silent = { ...convocatoria, cadence: null };
    const own = sampleConfig({ source, cadenceMinutes: 15 });
    expect(sourceFaults({ config: own, convocatoria: silent })).toMatchObject([{ params: { maximum: 450 } }]);
    expect(sourceFaults({ config: sampleConfig({ source }), convocatoria: silent })).toEqual([]);
  });

  it('refuses the secret of a daemon without its user', () => {
    expect(idsOf({ ...daemon, secretName: 's' })).toEqual([['problem.rsync-user', 'source.secretName']]);
  });

  it('refuses a host key that stands twice', () => {
    const source = { kind: 'sftp', host: 'a.mx', path: '/', username: 'u', hostKeys: [KEY, KEY] };
    expect(idsOf(source)).toEqual([['problem.duplicate-item', 'source.hostKeys.1']]);
  });

  it('says nothing where there is no source', () => {
    expect(sourceFaults({ config: {} })).toEqual([]);
  });
});
