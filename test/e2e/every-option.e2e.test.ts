import { GetDistributionConfigCommand } from '@aws-sdk/client-cloudfront';
import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsClients } from './support/aws-clients.js';
import { startAwsStandIn, type AwsStandIn, type StandInResource } from './support/aws-stand-in.js';
import { ACCOUNT, BEFORE_THE_ELECTION, DifusorApp, said } from './support/difusor-app.js';
import { exampleConfig } from './support/example-config.js';
import { leaveNote } from './support/notes.js';
import { describePart } from './support/part.js';

const STACK = 'difusor-bcs-2024';
const CERTIFICATE = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555`;

/** Everything that examples/bcs leaves at its default. */
const EVERY_OPTION = {
  certificate: { arn: CERTIFICATE },
  account: ACCOUNT,
  edgeCache: 'per-cut',
  'waf.anonymousIp': true,
  'waf.antiDdos': true,
  'waf.rateLimit.action': 'block',
  shield: { tier: 'advanced', acceptsMonthlyPriceUsd: 3000 },
  network: { natPerZone: true },
  archive: { objectLockDays: 30 },
};

describePart('every option of difusor.yaml on the AWS stand-in', ['awsStandIn'], () => {
  let folder = '';
  let aws: AwsStandIn;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-options-'));
    aws = await startAwsStandIn({ now: BEFORE_THE_ELECTION });
    const app = new DifusorApp(aws, folder);
    expect((await app.bootstrap('us-east-1')).code).toBe(0);
    const result = await app.deploy(exampleConfig(folder, 'difusor', EVERY_OPTION));
    if (result.code !== 0) throw new Error(said(result));
    for (const { type, madeBy } of (await aws.stack(STACK)).resources) {
      if (madeBy === 'recorded only') leaveNote({ kind: 'recorded-only', type });
    }
  });

  afterAll(async () => {
    await aws.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('Shield Advanced protects the distribution and each fixed address, with someone to call', async () => {
    expect(await of('AWS::Shield::Protection')).toHaveLength(3);
    expect(await of('AWS::Shield::DRTAccess')).toHaveLength(1);
    const [engagement] = await of('AWS::Shield::ProactiveEngagement');
    expect(engagement?.recorded).toMatchObject({
      EmergencyContactList: [
        { EmailAddress: 'tecnica@example.org' },
        { EmailAddress: 'suplente@example.org' },
      ],
    });
  });

  test('each zone has a NAT gateway with an address of its own', async () => {
    expect(await of('AWS::EC2::NatGateway')).toHaveLength(2);
    expect(await of('AWS::EC2::EIP')).toHaveLength(2);
  });

  test('the archive is locked for the days asked for', async () => {
    const archive = (await of('AWS::S3::Bucket')).find(({ logicalId }) => logicalId.includes('Archive'));
    const { s3 } = awsClients(aws.url);
    const lock = await s3.send(new GetObjectLockConfigurationCommand({ Bucket: archive?.physicalId }));
    expect(lock.ObjectLockConfiguration?.Rule?.DefaultRetention).toMatchObject({
      Mode: 'COMPLIANCE',
      Days: 30,
    });
  });

  test('the distribution uses the certificate that the difusor brought, and no record is made', async () => {
    const [distribution] = await of('AWS::CloudFront::Distribution');
    const { cloudfront } = awsClients(aws.url);
    const answer = await cloudfront.send(new GetDistributionConfigCommand({ Id: distribution?.physicalId }));
    expect(answer.DistributionConfig?.ViewerCertificate?.ACMCertificateArn).toBe(CERTIFICATE);
    expect(await of('AWS::Route53::RecordSet')).toEqual([]);
    expect(await of('AWS::CertificateManager::Certificate')).toEqual([]);
  });

  async function of(type: string): Promise<readonly StandInResource[]> {
    return (await aws.stack(STACK)).resources.filter((resource) => resource.type === type);
  }
});
