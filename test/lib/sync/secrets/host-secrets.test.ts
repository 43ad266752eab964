import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostSecretReader } from '../../../../lib/sync/secrets/host-secrets.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('hostSecretReader', () => {
  const directory = useTemporaryDirectory();

  it('reads the value that the entry point found', async () => {
    expect(await hostSecretReader({ value: '{"token":"a"}' }).read('difusor/source')).toBe('{"token":"a"}');
  });

  it('reads the file first, and anew each time', async () => {
    const file = join(directory(), 'secret.json');
    const reader = hostSecretReader({ value: 'variable', file });
    writeFileSync(file, 'first');
    expect(await reader.read('difusor/source')).toBe('first');
    writeFileSync(file, 'second');
    expect(await reader.read('difusor/source')).toBe('second');
  });

  it.each([
    ['no secret', {}],
    ['an empty one', { value: '' }],
    ['a file that is not there', { file: 'missing/secret.json' }],
  ])('says that it found %s', async (_what, secret) => {
    await expect(hostSecretReader(secret).read('difusor/source')).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
      params: { name: 'difusor/source', reason: 'ENOENT' },
    });
  });
});
