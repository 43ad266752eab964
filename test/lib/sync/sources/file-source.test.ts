import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileSource } from '../../../../lib/sync/sources/file-source.js';
import { sha256 } from '../../../support/cuts.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('FileSource', () => {
  const directory = useTemporaryDirectory();
  const source = (path: string, maxBytes = 10): FileSource => new FileSource({ path, maxBytes });
  const work = { directory: '' };

  beforeEach(() => {
    work.directory = directory();
  });

  it('hands over a copy of the file, hashed, under its own name', async () => {
    const path = join(directory(), 'corte de prueba.zip');
    writeFileSync(path, 'difusor');
    expect(await source(path).fetch(work)).toEqual({
      kind: 'package',
      received: {
        form: 'archive',
        name: 'corte_de_prueba.zip',
        path: join(directory(), 'corte_de_prueba.zip'),
        bytes: 7,
        sha256: sha256('difusor'),
      },
      validators: {},
    });
  });

  it('says which file it could not open', async () => {
    await expect(source(join(directory(), 'missing.zip')).fetch(work)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { host: 'missing.zip', reason: 'ENOENT' },
    });
  });

  it('refuses a file over the limit', async () => {
    const path = join(directory(), 'a b.zip');
    writeFileSync(path, '0123456789!');
    await expect(source(path).fetch(work)).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' });
  });
});
