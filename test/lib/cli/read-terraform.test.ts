import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTerraform } from '../../../lib/cli/read-terraform.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { thrownBy } from '../../support/thrown.js';

const directory = useTemporaryDirectory();
const STACK = '{"resource":{}}';

function write(name: string, content: string): string {
  const path = join(directory(), name);
  writeFileSync(path, content);
  return path;
}

describe('readTerraform', () => {
  it('calls cdktf’s file by the folder in which it stands, and any other by its own name', () => {
    mkdirSync(join(directory(), 'prep-uno'));
    expect(readTerraform(write('prep-uno/cdk.tf.json', STACK)).name).toBe('prep-uno');
    expect(readTerraform(write('main.tf.json', STACK)).name).toBe('main');
  });

  it('takes the user data that lies beside it', () => {
    expect(readTerraform(write('main.tf.json', STACK))).not.toHaveProperty('cloudInit');
    write('user-data.yaml', '#cloud-config\nusers: []\n');
    expect(readTerraform(write('main.tf.json', STACK)).cloudInit).toBe('#cloud-config\nusers: []\n');
  });

  test.each(['[]', 'null', '"resource"', '{"Resources":{}}'])('refuses %s, which is no stack', (content) => {
    expect(thrownBy(() => readTerraform(write('main.tf.json', content)))).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { reason: 'resource' },
    });
  });
});
