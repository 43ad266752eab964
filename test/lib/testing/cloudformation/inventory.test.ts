import { Inventory, type ExistingResource } from '../../../../lib/testing/cloudformation/inventory.js';

const resource = (changes: Partial<ExistingResource> = {}): ExistingResource => ({
  type: 'AWS::SQS::Queue',
  logicalId: 'Queue',
  stackName: 'site',
  region: 'us-east-1',
  physicalId: 'dead',
  identity: 'dead',
  properties: {},
  attributes: {},
  metadata: undefined,
  deletionPolicy: 'Delete',
  updateReplacePolicy: 'Delete',
  ...changes,
});

describe('Inventory', () => {
  it('refuses a second resource of one name', () => {
    const inventory = new Inventory();
    inventory.add(resource());
    expect(() => inventory.add(resource({ logicalId: 'Other' }))).toThrow(
      "Resource of type 'AWS::SQS::Queue' with identifier 'dead' already exists.",
    );
  });

  it('takes one name in two regions, but not of what is global', () => {
    const inventory = new Inventory();
    inventory.add(resource());
    inventory.add(resource({ region: 'mx-central-1' }));
    inventory.add(resource({ type: 'AWS::S3::Bucket' }));
    expect(() => inventory.add(resource({ type: 'AWS::S3::Bucket', region: 'mx-central-1' }))).toThrow(
      /already exists/,
    );
  });

  it('takes a name again when it is free', () => {
    const inventory = new Inventory();
    inventory.add(resource());
    inventory.remove(resource());
    expect(inventory.find('AWS::SQS::Queue', () => true)).toBeUndefined();
    inventory.add(resource());
    expect(inventory.find('AWS::SQS::Queue', ({ physicalId }) => physicalId === 'dead')).toEqual(resource());
  });

  it('lists what it left without a stack, as it is now', () => {
    const inventory = new Inventory();
    inventory.add(resource());
    inventory.orphan(resource());
    inventory.update(resource({ properties: { VisibilityTimeout: 60 } }));
    expect(inventory.retained()).toEqual([resource({ properties: { VisibilityTimeout: 60 } })]);
  });
});
