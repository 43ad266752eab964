import { httpsCertificate } from '../../../../lib/compliance/rules/https-certificate.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE } from '../facts-builder.js';

const ARN = (region: string) => `arn:aws:acm:${region}:111111111111:certificate/0000`;

describe('https-certificate', () => {
  test('is met where a certificate covers the domain', () => {
    expect(evaluate(httpsCertificate)).toMatchObject({
      outcome: 'met',
      evidence: [{ resource: 'edge/Cdn' }],
    });
  });

  test.each([
    ['a wildcard of the same level', ['*.example.org'], 'met'],
    ['one of several names', ['example.org', 'PREP.example.org'], 'met'],
    ['the parent only', ['example.org'], 'breached'],
    ['a wildcard of another level', ['*.prep.example.org', '*.org'], 'breached'],
    ['no name', [], 'breached'],
    ['a name that can not be read', [HOLE], 'undetermined'],
  ])('weighs a certificate with %s', (_name, domains, outcome) => {
    const certificates = [{ resource: 'edge/Cert', domains, region: undefined }];
    expect(evaluate(httpsCertificate, { certificates }).outcome).toBe(outcome);
  });

  test('takes an existing certificate of us-east-1 for good until the live check', () => {
    const finding = evaluate(httpsCertificate, {
      distributions: [distribution({ certificate: ARN('us-east-1') })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual([
      'met',
      'https-certificate.live',
      'https-certificate.met',
    ]);
  });

  test('is breached by a certificate of another region', () => {
    const certificates = [{ resource: 'edge/Cert', domains: ['prep.example.org'], region: 'mx-central-1' }];
    expect(texts(evaluate(httpsCertificate, { certificates }))).toEqual(['https-certificate.region']);
    expect(
      texts(
        evaluate(httpsCertificate, { distributions: [distribution({ certificate: ARN('mx-central-1') })] }),
      ),
    ).toEqual(['https-certificate.region']);
  });

  test.each([
    ['no-alias', { aliases: [] }],
    ['no-alias', { aliases: ['www.example.org'] }],
    ['none', { certificate: undefined }],
    ['old-tls', { minimumTls: 'TLSv1.2_2019' }],
    ['old-tls', { minimumTls: undefined }],
    ['plain-http', { behaviors: [behavior(), behavior({ viewerProtocol: 'allow-all' })] }],
    ['plain-http', { behaviors: [behavior({ viewerProtocol: undefined })] }],
  ])('is breached as %s by %j', (text, weakened) => {
    const finding = evaluate(httpsCertificate, { distributions: [distribution(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `https-certificate.${text}`]);
  });

  test.each(['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'])('accepts %s', (minimumTls) => {
    expect(evaluate(httpsCertificate, { distributions: [distribution({ minimumTls })] }).outcome).toBe('met');
  });

  test('is breached without the certificate, and without a distribution', () => {
    expect(texts(evaluate(httpsCertificate, { certificates: [] }))).toEqual(['https-certificate.missing']);
    expect(texts(evaluate(httpsCertificate, { distributions: [] }))).toEqual(['no-distribution']);
  });

  test('judges the distribution of the domain where there are several', () => {
    const other = distribution({
      resource: 'edge/Other',
      aliases: ['other.example.org'],
      certificate: undefined,
    });
    expect(evaluate(httpsCertificate, { distributions: [other, distribution()] }).outcome).toBe('met');
  });

  test.each([
    { aliases: [HOLE] },
    { certificate: HOLE },
    { minimumTls: HOLE },
    { behaviors: [behavior({ viewerProtocol: HOLE })] },
  ])('is undetermined where it can not be read: %j', (hole) => {
    expect(evaluate(httpsCertificate, { distributions: [distribution(hole)] }).outcome).toBe('undetermined');
  });
});
