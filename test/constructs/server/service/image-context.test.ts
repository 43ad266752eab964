import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageContext } from '../../../constructs/server/image-context.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const folder = useTemporaryDirectory();
const digest = (): string => imageContext('web', folder()).digest;

beforeEach(() => {
  mkdirSync(join(folder(), 'web/files'), { recursive: true });
  writeFileSync(join(folder(), 'web/Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(folder(), 'web/files/serve'), 'serve');
});

it('has one digest for one content, wherever the folder lies', () => {
  expect(digest()).toMatch(/^[0-9a-f]{64}$/);
  renameSync(join(folder(), 'web'), join(folder(), 'elsewhere'));
  const moved = imageContext('elsewhere', folder());
  expect(moved).toEqual({ folder: join(folder(), 'elsewhere'), digest: moved.digest });
  renameSync(join(folder(), 'elsewhere'), join(folder(), 'web'));
  expect(digest()).toBe(moved.digest);
});

test.each([
  ['a file changes', () => writeFileSync(join(folder(), 'web/files/serve'), 'other')],
  [
    'a file gets another name',
    () => renameSync(join(folder(), 'web/files/serve'), join(folder(), 'web/files/serv')),
  ],
  ['a file is new', () => writeFileSync(join(folder(), 'web/new'), '')],
])('has another digest once %s', (_what, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});
