import { collectStacks } from '../../../lib/cli/collect-stacks.js';
import { createMessages } from '../../../lib/messages/index.js';
import { thrownBy } from '../../support/thrown.js';

const messages = createMessages('en');
const AWS = {
  name: 'site',
  region: 'us-east-1',
  template: { Resources: { B: { Type: 'AWS::S3::Bucket' } } },
};
const SERVER = {
  name: 'uno',
  kind: 'terraform' as const,
  template: { resource: { docker_container: { web: { image: 'nginx', name: 'web' } } } },
};

describe('collectStacks', () => {
  it('reads each kind of stack by its own collector', () => {
    const aws = collectStacks([AWS], messages);
    expect([aws.buckets.length, aws.containers.length]).toEqual([1, 0]);
    const server = collectStacks([SERVER], messages);
    expect([server.buckets.length, server.containers.length]).toEqual([0, 1]);
  });

  it('refuses the two together', () => {
    expect(thrownBy(() => collectStacks([AWS, SERVER], messages))).toMatchObject({
      code: 'USAGE',
      params: { reason: expect.stringContaining('apart') },
    });
  });
});
