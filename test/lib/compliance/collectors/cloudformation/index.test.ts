import { collectCloudFormation } from '../../../../../lib/compliance/collectors/cloudformation/index.js';
import { IF, resource } from './stack.js';

describe('collectCloudFormation', () => {
  test('finds nothing in an empty stack', () => {
    expect(collectCloudFormation([{ name: 'site', template: { Resources: {} } }])).toEqual({
      buckets: [],
      distributions: [],
      firewalls: [],
      shield: { stated: [], protections: [] },
      certificates: [],
      workers: [],
      schedules: [],
      secrets: [],
      alarms: [],
      hosts: [],
      webServers: [],
      ingests: [],
      containers: [],
      frames: [],
      literalSecrets: [],
      gaps: [],
    });
  });

  test('tells the gaps that its collectors met', () => {
    const Resources = { B: resource('AWS::S3::Bucket', { LifecycleConfiguration: IF }) };
    expect(collectCloudFormation([{ name: 'site', template: { Resources } }]).gaps).toMatchObject([
      { area: 'buckets', resource: 'site/B' },
    ]);
  });
});
