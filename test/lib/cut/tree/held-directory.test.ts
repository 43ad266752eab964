import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeldDirectory, nameAsText } from '../../../../lib/cut/tree/held-directory.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('HeldDirectory', () => {
  const directory = useTemporaryDirectory();
  let held: HeldDirectory;

  beforeEach(async () => {
    mkdirSync(join(directory(), 'inbox', 'json'), { recursive: true });
    writeFileSync(join(directory(), 'inbox', 'json', 'main.json'), 'ours');
    held = await HeldDirectory.open(join(directory(), 'inbox'));
  });
  afterEach(() => held.close());

  const namesOf = async (folder: HeldDirectory): Promise<string[]> => {
    const names: string[] = [];
    for await (const name of folder.names()) names.push(name);
    return names;
  };

  it('stays in its folder when a link is put in its place', async () => {
    const json = await held.folder('json');
    try {
      mkdirSync(join(directory(), 'host'));
      writeFileSync(join(directory(), 'host', 'main.json'), 'a file of the host');
      renameSync(join(directory(), 'inbox', 'json'), join(directory(), 'aside'));
      symlinkSync(join(directory(), 'host'), join(directory(), 'inbox', 'json'));
      const file = await json.file('main.json');
      expect(await file.readFile('utf8')).toBe('ours');
      await file.close();
      expect(await namesOf(json)).toEqual(['main.json']);
      await expect(held.folder('json')).rejects.toMatchObject({ code: 'ENOTDIR' });
    } finally {
      await json.close();
    }
  });

  it('follows no link to a file, and sees the link itself', async () => {
    symlinkSync('/etc/passwd', join(directory(), 'inbox', 'link'));
    await expect(held.file('link')).rejects.toMatchObject({ code: 'ELOOP' });
    expect((await held.lstat('link')).isSymbolicLink()).toBe(true);
  });

  it('does not wait for somebody to write into a pipe', async () => {
    spawnSync('mkfifo', [join(directory(), 'inbox', 'pipe')]);
    const pipe = await held.file('pipe');
    expect((await pipe.stat()).isFIFO()).toBe(true);
    await pipe.close();
  });

  it('has every name byte for byte', async () => {
    const bytes = Buffer.from([0xff, 0x0a, 0xc3, 0xb1]);
    writeFileSync(Buffer.concat([Buffer.from(`${directory()}/inbox/`), bytes]), 'x');
    const name = (await namesOf(held)).find((one) => one !== 'json') ?? '';
    expect(Buffer.from(name, 'latin1')).toEqual(bytes);
    expect(nameAsText(name)).toBe('\ufffd\nñ');
    const file = await held.file(name);
    expect(await file.readFile('utf8')).toBe('x');
    await file.close();
    const target = join(directory(), 'linked');
    await held.link(name, Buffer.from(target));
    expect(readFileSync(target, 'utf8')).toBe('x');
    await held.unlink(name);
    expect(await namesOf(held)).toEqual(['json']);
  });
});
