import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCloudFormation } from '../../../lib/cli/read-cloudformation.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const directory = useTemporaryDirectory();

describe('readCloudFormation', () => {
  it('takes a template without the CDK’s manifest for us-east-1', () => {
    const path = join(directory(), 'site.template.json');
    writeFileSync(path, '{"Resources":{}}');
    expect(readCloudFormation(path)).toEqual({
      name: 'site',
      region: 'us-east-1',
      template: { Resources: {} },
    });
  });
});
