import { GetDistributionConfigCommand } from '@aws-sdk/client-cloudfront';
import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsClients } from './support/aws-clients.js';
import { startAwsStandIn, type AwsStandIn, type StandInStack } from './support/aws-stand-in.js';
import { BEFORE_THE_ELECTION, DifusorApp, EXAMPLE_ZONE, said } from './support/difusor-app.js';
import { exampleConfig } from './support/example-config.js';
import { describePart } from './support/part.js';

const REGION = 'mx-central-1';
const SITE = 'difusor-bcs-2024';

describePart('a site in mx-central-1 on the AWS stand-in', ['awsStandIn'], () => {
  let folder = '';
  let aws: AwsStandIn;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-regions-'));
    aws = await startAwsStandIn({ now: BEFORE_THE_ELECTION, hostedZones: EXAMPLE_ZONE });
    const app = new DifusorApp(aws, folder);
    const config = exampleConfig(folder, 'difusor', { region: REGION });
    for (const region of ['us-east-1', REGION]) expect((await app.bootstrap(region)).code).toBe(0);
    const result = await app.deploy(config);
    if (result.code !== 0) throw new Error(said(result));
  });

  afterAll(async () => {
    await aws.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('what CloudFront ties to us-east-1 stands there, the rest in the region of the site', async () => {
    const places = (await aws.stacks())
      .filter(({ name }) => name.startsWith(SITE))
      .map(({ name, region, status }) => [name, region, status]);
    expect(places.sort()).toEqual([
      [SITE, REGION, 'CREATE_COMPLETE'],
      [`${SITE}-edge`, 'us-east-1', 'CREATE_COMPLETE'],
      [`${SITE}-edge-watch`, 'us-east-1', 'CREATE_COMPLETE'],
    ]);
  });

  test('the distribution uses the certificate and the firewall of the edge stack', async () => {
    const { cloudfront } = awsClients(aws.url);
    const Id = one(await aws.stack(SITE), 'AWS::CloudFront::Distribution');
    const { DistributionConfig: config } = await cloudfront.send(new GetDistributionConfigCommand({ Id }));
    const edge = await aws.stack(`${SITE}-edge`);
    expect(config?.ViewerCertificate?.ACMCertificateArn).toBe(
      one(edge, 'AWS::CertificateManager::Certificate'),
    );
    const [name, id] = one(edge, 'AWS::WAFv2::WebACL').split('|');
    expect(config?.WebACLId).toMatch(new RegExp(`^arn:aws:wafv2:us-east-1:.*/${name ?? ''}/${id ?? ''}$`));
  });

  test('the buckets stand in the region of the site', async () => {
    const { s3 } = awsClients(aws.url, REGION);
    const buckets = (await aws.stack(SITE)).resources.filter(({ type }) => type === 'AWS::S3::Bucket');
    expect(buckets.length).toBeGreaterThan(0);
    for (const { physicalId } of buckets) {
      const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket: physicalId }));
      expect(LocationConstraint).toBe(REGION);
    }
  });
});

/** Physical id of a stack's one resource of a type. */
function one(stack: StandInStack, type: string): string {
  const found = stack.resources.filter((resource) => resource.type === type);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${stack.name} has ${found.length} ${type}`);
  return only.physicalId;
}
