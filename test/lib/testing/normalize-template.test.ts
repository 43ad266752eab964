import { normalizeTemplate } from '../../../lib/testing/index.js';

const hash = (letter: string): string => letter.repeat(64);
const templateOf = (worker: string, page: string): object => ({
  Resources: {
    Worker: {
      Properties: { Code: { S3Bucket: { 'Fn::Sub': 'cdk-${AWS::AccountId}' }, S3Key: `${worker}.zip` } },
      Metadata: { 'aws:asset:path': `asset.${worker}` },
    },
    Page: { Properties: { Key: `${page}.html`, Again: `${worker}.zip` } },
  },
});

describe('normalizeTemplate', () => {
  it('gives one text for two builds that differ in their assets alone', () => {
    expect(normalizeTemplate(templateOf(hash('a'), hash('b')))).toEqual(
      normalizeTemplate(templateOf(hash('c'), hash('d'))),
    );
  });

  it('numbers assets as they are named, so that two stay two and one stays one', () => {
    expect(JSON.stringify(normalizeTemplate(templateOf(hash('a'), hash('b'))))).toBe(
      JSON.stringify(templateOf('asset-1', 'asset-2')),
    );
    expect(normalizeTemplate(templateOf(hash('a'), hash('b')))).not.toEqual(
      normalizeTemplate(templateOf(hash('a'), hash('a'))),
    );
  });

  it('drops the hash of a function version from its logical id and from what refers to it', () => {
    const id = `WorkerCurrentVersion0A1B2C3D${'e'.repeat(32)}`;
    expect(normalizeTemplate({ Resources: { [id]: {}, Alias: { Ref: id } } })).toEqual({
      Resources: { WorkerCurrentVersion0A1B2C3D: {}, Alias: { Ref: 'WorkerCurrentVersion0A1B2C3D' } },
    });
  });

  it('drops what the CDK counts, and nothing else', () => {
    const metadata = { Properties: { Analytics: 'v2:deflate64:H4sIA', Hash: 'abc123', Port: 443 } };
    expect(normalizeTemplate(metadata)).toEqual({
      Properties: { Analytics: 'analytics', Hash: 'abc123', Port: 443 },
    });
  });

  it('leaves the template that it was given alone', () => {
    const template = templateOf(hash('a'), hash('b'));
    normalizeTemplate(template);
    expect(template).toEqual(templateOf(hash('a'), hash('b')));
  });
});
