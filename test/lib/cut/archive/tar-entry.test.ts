import { entryOfTar, isRoot, type TarHeader } from '../../../../lib/cut/archive/tar-entry.js';

const header = (facts: Partial<TarHeader>): TarHeader => ({
  name: 'a',
  size: 3,
  mode: 0o644,
  mtime: new Date(0),
  type: 'file',
  linkname: '',
  uid: 0,
  gid: 0,
  uname: '',
  gname: '',
  devmajor: 0,
  devminor: 0,
  byteOffset: 512,
  pax: null,
  ...facts,
});

describe('entryOfTar', () => {
  it.each<[string, Partial<TarHeader>, object]>([
    ['a file', {}, { path: 'a', kind: 'file', mode: 0o644, size: 3 }],
    [
      'a folder without its last slash',
      { name: 'a/', type: 'directory' },
      { path: 'a', namedDirectory: true },
    ],
    ['a folder that has none', { name: 'a', type: 'directory' }, { path: 'a', kind: 'directory' }],
    ['a name below the root that was packed', { name: './a/b' }, { path: 'a/b' }],
    ['no more than one such root', { name: '././a' }, { path: './a' }],
    ['a path that climbs, for the policy to refuse', { name: './../a' }, { path: '../a' }],
    ['a hard link', { type: 'link' }, { kind: 'hardLink' }],
    ['a contiguous file as unknown', { type: 'contiguous-file' }, { kind: 'unknown' }],
    ['an unknown flag', { type: null }, { kind: 'unknown' }],
    ['a sparse file by its records', { pax: { 'GNU.sparse.map': '0,1' } }, { kind: 'sparse' }],
    ['a sparse file of star', { pax: { 'SCHILY.realsize': '9' } }, { kind: 'sparse' }],
    ['a file with harmless records', { pax: { mtime: '1.5', 'SCHILY.xattr.user.a': 'b' } }, { kind: 'file' }],
  ])('reads %s', (_what, facts, entry) => {
    expect(entryOfTar(header(facts), '0')).toMatchObject(entry);
  });

  it('knows an old GNU sparse file by its flag only', () => {
    expect(entryOfTar(header({ type: null }), 'S').kind).toBe('sparse');
  });
});

describe('isRoot', () => {
  it.each<[boolean, Partial<TarHeader>]>([
    [true, { name: './', type: 'directory', size: 0 }],
    [true, { name: '.', type: 'directory', size: 0 }],
    [false, { name: './', type: 'directory', size: 1 }],
    [false, { name: '.', type: 'file', size: 0 }],
    [false, { name: './a', type: 'directory', size: 0 }],
    [false, { name: '/', type: 'directory', size: 0 }],
  ])('says %p of %p', (root, facts) => {
    expect(isRoot(header(facts))).toBe(root);
  });
});
