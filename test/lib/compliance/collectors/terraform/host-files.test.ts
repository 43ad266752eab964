import { Gaps } from '../../../../../lib/compliance/collectors/terraform/gaps.js';
import { filesBelow, readHostFiles } from '../../../../../lib/compliance/collectors/terraform/host-files.js';
import { readStack } from '../../../../../lib/compliance/collectors/terraform/stack.js';

const files = (resource: object, written: readonly { path: string; content: string }[] = []) =>
  readHostFiles(
    readStack({ name: 'uno', template: { resource: { terraform_data: { x: resource } } } }, new Gaps()),
    written.map((file) => ({ ...file, resource: 'user-data' })),
  );

describe('readHostFiles', () => {
  test('reads those of a resource and of a provisioner', () => {
    const found = files({
      input: { files: { '/etc/a': 'one', relative: 'x' } },
      provisioner: [
        { file: { destination: '/etc/b', content: 'two' } },
        { file: { destination: '/etc/c', source: 'c' } },
      ],
    });
    expect([...found.values()].map(({ path, content }) => [path, content])).toEqual([
      ['/etc/a', 'one'],
      ['/etc/b', 'two'],
      ['/etc/c', { unresolved: 'object' }],
    ]);
  });

  test('does not know which of two that differ is there', () => {
    const written = [{ path: '/etc/a', content: 'one' }];
    expect(files({ input: { files: { '/etc/a': 'one' } } }, written).get('/etc/a')?.content).toBe('one');
    expect(files({ input: { files: { '/etc/a': 'two' } } }, written).get('/etc/a')?.content).toEqual({
      unresolved: '/etc/a: user-data ≠ uno/terraform_data.x',
    });
  });

  test('finds those below a folder, and none of another that begins alike', () => {
    const found = files({ input: { files: { '/etc/a/y': '', '/etc/a/x': '', '/etc/ab': '' } } });
    expect(filesBelow(found, '/etc/a').map(({ path }) => path)).toEqual(['/etc/a/x', '/etc/a/y']);
  });
});
