import { loadResourceSpecs } from '../../../../lib/testing/cloudformation/resource-spec.js';
import { SERVICE_CHECKS } from '../../../../lib/testing/cloudformation/service-checks/index.js';
import { WELL_KNOWN_ATTRIBUTES } from '../../../../lib/testing/cloudformation/well-known-attributes.js';

describe('loadResourceSpecs', () => {
  it('knows what AWS publishes, and nothing else', async () => {
    const specs = await loadResourceSpecs();
    const bucket = specs.find('AWS::S3::Bucket');
    expect(bucket?.properties.BucketName?.causesReplacement).toBe('yes');
    expect(bucket?.attributes.RegionalDomainName?.type).toEqual({ type: 'string' });
    expect(specs.find('AWS::S3::Bukkit')).toBeUndefined();
    expect(specs.find('AWS::S3::Bukkit')).toBeUndefined();
  });

  it('follows a property to the type that it refers to', async () => {
    const specs = await loadResourceSpecs();
    const type = specs.find('AWS::S3::Bucket')?.properties.WebsiteConfiguration?.type;
    const reference = type?.type === 'ref' ? type.reference : { $ref: '' };
    expect(Object.keys(specs.propertiesOf(reference))).toContain('IndexDocument');
  });

  it('says which package is missing', async () => {
    jest.doMock('@aws-cdk/aws-service-spec', () => {
      throw new Error("Cannot find module '@aws-cdk/aws-service-spec'");
    });
    await expect(loadResourceSpecs()).rejects.toMatchObject({
      code: 'TESTING_PACKAGE_MISSING',
      params: { package: '@aws-cdk/aws-service-spec' },
    });
    jest.dontMock('@aws-cdk/aws-service-spec');
  });

  it('publishes every attribute that the stand-in gives a form, and every type that it checks', async () => {
    const specs = await loadResourceSpecs();
    const unknown = Object.keys(WELL_KNOWN_ATTRIBUTES).filter((key) => {
      const [type = '', attribute = ''] = key.split('.');
      return specs.find(type)?.attributes[attribute] === undefined;
    });
    expect(unknown).toEqual([]);
    expect(Object.keys(SERVICE_CHECKS).filter((type) => specs.find(type) === undefined)).toEqual([]);
  });
});
