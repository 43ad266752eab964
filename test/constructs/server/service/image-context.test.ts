import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageContext } from '../../../../constructs/server/service/image-context.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const folder = useTemporaryDirectory();
const digest = (): string => imageContext('web', folder()).digest;

beforeEach(() => {
  mkdirSync(join(folder(), 'web/image/files'), { recursive: true });
  writeFileSync(join(folder(), 'web/image/Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(folder(), 'web/image/files/serve'), 'serve');
});

it('has one digest for one content, wherever the folder lies', () => {
  expect(digest()).toMatch(/^[0-9a-f]{64}$/);
  renameSync(join(folder(), 'web'), join(folder(), 'stats'));
  const moved = imageContext('stats', folder());
  expect(moved).toEqual({ folder: join(folder(), 'stats/image'), digest: moved.digest });
  renameSync(join(folder(), 'stats'), join(folder(), 'web'));
  expect(digest()).toBe(moved.digest);
});

test.each([
  ['a file changes', () => writeFileSync(join(folder(), 'web/image/files/serve'), 'other')],
  [
    'a file gets another name',
    () => renameSync(join(folder(), 'web/image/files/serve'), join(folder(), 'web/image/files/serv')),
  ],
  ['a file is new', () => writeFileSync(join(folder(), 'web/image/new'), '')],
])('has another digest once %s', (_what, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});
