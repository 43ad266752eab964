'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Duration } = require('aws-cdk-lib');
const acm = require('aws-cdk-lib/aws-certificatemanager');
const cloudfront = require('aws-cdk-lib/aws-cloudfront');
const origins = require('aws-cdk-lib/aws-cloudfront-origins');
const route53 = require('aws-cdk-lib/aws-route53');
const targets = require('aws-cdk-lib/aws-route53-targets');
const { ASSETS, edgePages } = require('./constants.cjs');

/** Edge function, certificate, distribution and its DNS records. */
function distribution(stack, { name, domain, zone, webAclId, bucket, keyValueStore }) {
  const source = readFileSync(join(ASSETS, 'viewer-request.js'), 'utf8');
  const viewerRequest = new cloudfront.Function(stack, 'ViewerRequest', {
    functionName: name,
    comment: 'difusor: leads each request to the live cut',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    keyValueStore,
    code: cloudfront.FunctionCode.fromInline(`${source}\nconst EDGE_PAGES = ${JSON.stringify(edgePages)};\n`),
  });
  const distribution = new cloudfront.Distribution(stack, 'Distribution', {
    comment: `difusor: ${domain}`,
    domainNames: [domain],
    certificate: new acm.Certificate(stack, 'Certificate', {
      domainName: domain,
      validation: acm.CertificateValidation.fromDns(zone),
    }),
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
    enableIpv6: true,
    webAclId,
    defaultBehavior: {
      origin: origins.S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      cachePolicy: cachePolicy(stack),
      responseHeadersPolicy: responseHeaders(stack),
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [
        { eventType: cloudfront.FunctionEventType.VIEWER_REQUEST, function: viewerRequest },
      ],
    },
    errorResponses: [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
      httpStatus,
      ttl: Duration.seconds(0),
    })),
  });
  const target = route53.RecordTarget.fromAlias(new targets.CloudFrontTarget(distribution));
  new route53.ARecord(stack, 'A', { zone, recordName: `${domain}.`, target });
  new route53.AaaaRecord(stack, 'Aaaa', { zone, recordName: `${domain}.`, target });
  return distribution;
}

function cachePolicy(stack) {
  return new cloudfront.CachePolicy(stack, 'CachePolicy', {
    comment: 'difusor: revalidated every time',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
}

function responseHeaders(stack) {
  return new cloudfront.ResponseHeadersPolicy(stack, 'ResponseHeaders', {
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: false,
        preload: false,
        override: true,
      },
      contentTypeOptions: { override: true },
      referrerPolicy: {
        referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      contentSecurityPolicy: { contentSecurityPolicy: "frame-ancestors 'self'", override: false },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'Cache-Control', value: 'no-cache', override: true }],
    },
  });
}

module.exports = { distribution };
