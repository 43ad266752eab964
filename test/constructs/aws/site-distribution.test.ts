import { Match, type Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { EdgeRouter, SiteDistribution, type SiteDistributionProps } from '../../../constructs/aws/index.js';
import { someBucket, templateOf, theResource } from '../../support/stack.js';

const ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

const build = (props: Partial<SiteDistributionProps> = {}): Template =>
  templateOf((scope) => {
    const router = new EdgeRouter(scope, 'Router', { name: 'x', institution: 'R', institute: { name: 'I' } });
    return new SiteDistribution(scope, 'Site', {
      domain: 'prep.example.org',
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', ARN),
      bucket: someBucket(scope),
      viewerRequest: router.viewerRequest,
      webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/1',
      headers: [{ path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'II.c' }],
      frameAncestors: ["'self'", 'https://*.example.org'],
      ...props,
    });
  });

interface Behavior {
  readonly ResponseHeadersPolicyId: { Ref: string };
  readonly PathPattern?: string;
}
interface DistributionConfig {
  readonly CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[];
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors?: Behavior[];
  readonly Logging?: unknown;
}
const configOf = (template: Template): DistributionConfig => {
  const { definition } = theResource(template, 'AWS::CloudFront::Distribution');
  return (definition.Properties as { DistributionConfig: DistributionConfig }).DistributionConfig;
};
const headerPolicy = (template: Template, behavior: Behavior | undefined): unknown =>
  template.findResources('AWS::CloudFront::ResponseHeadersPolicy')[
    behavior?.ResponseHeadersPolicyId.Ref ?? ''
  ];

/** The call's headers on a behavior, by name. */
function customHeaders(template: Template, behavior: Behavior | undefined): Record<string, string> {
  const { Properties } = headerPolicy(template, behavior) as {
    Properties: {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
      };
    };
  };
  const { Items } = Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig;
  return Object.fromEntries(Items.map(({ Header, Value }) => [Header, Value]));
}

describe('SiteDistribution', () => {
  const template = build();

  it('asks the origin every time, and still compresses (bcs-2024 II.c)', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 1,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
          QueryStringsConfig: { QueryStringBehavior: 'none' },
          CookiesConfig: { CookieBehavior: 'none' },
        },
      },
    });
  });

  it('keeps no error at the edge', () => {
    const errors = configOf(template).CustomErrorResponses;
    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([403, 404, 500, 502, 503, 504]),
    );
    expect(new Set(errors.map(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL))).toEqual(new Set([0]));
  });

  it('keeps an object for its cut’s life where asked, and says so', () => {
    const perCut = build({ edgeCache: 'per-cut' });
    perCut.hasResource('AWS::CloudFront::Distribution', { Metadata: { 'difusor:edge-cache': 'per-cut' } });
    perCut.hasResourceProperties('AWS::CloudFront::CachePolicy', { CachePolicyConfig: { MinTTL: 86_400 } });
  });

  it('serves the domain over TLS 1.2 or newer, HTTP/2 and 3, IPv6', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['prep.example.org'],
        HttpVersion: 'http2and3',
        IPV6Enabled: true,
        ViewerCertificate: {
          AcmCertificateArn: ARN,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: 'redirect-to-https',
          AllowedMethods: ['GET', 'HEAD'],
          Compress: true,
        },
      },
    });
  });

  it('never lists the bucket: the root is an object, whatever the function does', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { DefaultRootObject: 'index.html' },
    });
  });

  it('stands behind the firewall', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { WebACLId: Match.stringLikeRegexp('/webacl/') },
    });
  });

  it('reads the bucket’s REST endpoint through origin access control, signed always', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: [
          Match.objectLike({ OriginAccessControlId: Match.anyValue(), S3OriginConfig: Match.anyValue() }),
        ],
      },
    });
    expect(JSON.stringify(template.toJSON())).not.toContain('s3-website');
  });

  it('sets the call’s header and the security headers whatever the origin sends', () => {
    expect(headerPolicy(template, configOf(template).DefaultCacheBehavior)).toMatchObject({
      Properties: {
        ResponseHeadersPolicyConfig: {
          CustomHeadersConfig: { Items: [{ Header: 'Cache-Control', Value: 'no-cache', Override: true }] },
          SecurityHeadersConfig: {
            StrictTransportSecurity: { IncludeSubdomains: false, Preload: false, Override: true },
            ContentTypeOptions: { Override: true },
            ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'self' https://*.example.org" },
          },
        },
      },
    });
  });

  it('gives a path with a header of its own a behavior of its own, with the same guards', () => {
    const own = build({
      headers: [
        { path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'II.c' },
        { path: '/json/main.json', name: 'cache-control', value: 'no-store', clause: '2.e' },
      ],
    });
    const [behavior] = configOf(own).CacheBehaviors ?? [];
    expect(behavior).toMatchObject({
      PathPattern: '/json/main.json',
      ViewerProtocolPolicy: 'redirect-to-https',
      FunctionAssociations: [{ EventType: 'viewer-request' }],
    });
    expect(headerPolicy(own, behavior)).toMatchObject({
      Properties: {
        ResponseHeadersPolicyConfig: {
          CustomHeadersConfig: { Items: [{ Header: 'cache-control', Value: 'no-store' }] },
        },
      },
    });
  });

  it('keeps on such a path the headers of every path that have other names, and only those', () => {
    const own = build({
      headers: [
        { path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'II.c' },
        { path: '/*', name: 'X-Test', value: 'everywhere', clause: 'II.c' },
        { path: '/json/main.json', name: 'cache-control', value: 'no-store', clause: '2.e' },
        { path: '/csv/main.csv', name: 'X-Other', value: 'elsewhere', clause: '2.e' },
      ],
    });
    const { DefaultCacheBehavior, CacheBehaviors = [] } = configOf(own);
    const shown = [DefaultCacheBehavior, ...CacheBehaviors].map((behavior) => [
      behavior.PathPattern ?? '*',
      customHeaders(own, behavior),
    ]);
    expect(Object.fromEntries(shown)).toEqual({
      '*': { 'Cache-Control': 'no-cache', 'X-Test': 'everywhere' },
      '/json/main.json': { 'cache-control': 'no-store', 'X-Test': 'everywhere' },
      '/csv/main.csv': { 'X-Other': 'elsewhere', 'Cache-Control': 'no-cache', 'X-Test': 'everywhere' },
    });
  });

  it('gives a path with several headers one behavior', () => {
    const own = build({
      headers: [
        { path: '/a.json', name: 'Cache-Control', value: 'no-store', clause: '2.e' },
        { path: '/a.json', name: 'X-Test', value: 'x', clause: '2.e' },
      ],
    });
    const [behavior, ...more] = configOf(own).CacheBehaviors ?? [];
    expect(more).toEqual([]);
    expect(customHeaders(own, behavior)).toEqual({ 'Cache-Control': 'no-store', 'X-Test': 'x' });
  });

  it('has no legacy logging, no geo restriction and nothing that could change a body', () => {
    expect(configOf(template)).not.toHaveProperty('Logging');
    expect(configOf(template)).not.toHaveProperty('Restrictions');
    expect(JSON.stringify(configOf(template))).not.toContain('LambdaFunctionAssociations');
  });
});
