import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { special, tarOf, zipOf, type HostileKind } from './hostile-kind.js';

/** Entries that are no plain file and no plain folder. */
export const HOSTILE_ENTRIES: readonly HostileKind[] = [
  special('a symbolic link', 'ARCHIVE_ENTRY_SYMLINK', 0o120777, '2', (root) =>
    symlinkSync('/etc', join(root, 'a')),
  ),
  special('a block device', 'ARCHIVE_ENTRY_DEVICE', 0o060600, '4'),
  special('a character device', 'ARCHIVE_ENTRY_DEVICE', 0o020600, '3'),
  special('a pipe', 'ARCHIVE_ENTRY_FIFO', 0o010600, '6', (root) => {
    execFileSync('mkfifo', [join(root, 'a')]);
  }),
  special('something of an unknown kind', 'ARCHIVE_ENTRY_KIND_UNKNOWN', 0o150000, 'Z'),
  {
    what: 'a socket',
    code: 'ARCHIVE_ENTRY_SOCKET',
    zip: () => zipOf({ name: 'a', mode: 0o140600 }),
    tree: leaveSocket,
  },
  {
    what: 'a hard link',
    code: 'ARCHIVE_ENTRY_HARD_LINK',
    tar: () => tarOf({ name: 'a', type: '1', linkName: 'b' }),
  },
  {
    what: 'a contiguous file',
    code: 'ARCHIVE_ENTRY_KIND_UNKNOWN',
    tar: () => tarOf({ name: 'a', type: '7' }),
  },
  {
    what: 'a symbolic link to write through',
    code: 'ARCHIVE_ENTRY_SYMLINK',
    zip: () => zipOf({ name: 'a', content: '/tmp', mode: 0o120777 }, { name: 'a/evil', content: 'x' }),
    tar: () => tarOf({ name: 'a', type: '2', linkName: '/tmp' }, { name: 'a/evil', content: 'x' }),
    tree: (root) => {
      mkdirSync(join(root, '..', 'elsewhere'));
      symlinkSync('../elsewhere', join(root, 'a'));
    },
  },
  {
    what: 'a file with the setuid bit',
    code: 'ARCHIVE_ENTRY_SETUID',
    zip: () => zipOf({ name: 'a', content: 'x', mode: 0o104755 }),
    tar: () => tarOf({ name: 'a', content: 'x', mode: 0o4755 }),
    tree: (root) => writeWithMode(root, 0o4755),
  },
  {
    what: 'a file with the setgid bit',
    code: 'ARCHIVE_ENTRY_SETUID',
    zip: () => zipOf({ name: 'a', content: 'x', mode: 0o102755 }),
    tar: () => tarOf({ name: 'a', content: 'x', mode: 0o2755 }),
    tree: (root) => writeWithMode(root, 0o2755),
  },
  {
    what: 'a sparse file of old GNU tars',
    code: 'ARCHIVE_ENTRY_SPARSE',
    tar: () => tarOf({ name: 'a', content: 'x', type: 'S', magic: 'ustar  \0' }),
  },
  {
    what: 'a sparse file told in pax records',
    code: 'ARCHIVE_ENTRY_SPARSE',
    tar: () => tarOf({ name: 'a', content: 'x', pax: { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'a' } }),
  },
  {
    what: 'a file by the name of a folder',
    code: 'ARCHIVE_ENTRY_KIND_DIFFERS',
    zip: () => zipOf({ name: 'a/', content: 'x', mode: 0o100644 }),
    tar: () => tarOf({ name: 'a', content: 'x', pax: { path: 'a/' } }),
  },
  {
    what: 'a folder by the name of a file',
    code: 'ARCHIVE_ENTRY_KIND_DIFFERS',
    zip: () => zipOf({ name: 'a', mode: 0o040755 }),
  },
  {
    what: 'a root with content',
    code: 'ARCHIVE_PATH_DOT_SEGMENT',
    tar: () => tarOf({ name: './', content: 'x' }, { name: './a', content: 'x' }),
  },
  {
    what: 'a folder with content',
    code: 'ARCHIVE_ENTRY_DIRECTORY_WITH_CONTENT',
    zip: () => zipOf({ name: 'a/', content: 'x' }),
    tar: () => tarOf({ name: 'a/', content: 'x' }),
  },
];

function writeWithMode(root: string, mode: number): void {
  writeFileSync(join(root, 'a'), 'x');
  chmodSync(join(root, 'a'), mode);
}

/** A server's socket stays while the server listens: it is let go of with the process. */
async function leaveSocket(root: string): Promise<void> {
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(join(root, 's'), resolve));
}
