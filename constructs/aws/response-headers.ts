import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type IResponseHeadersPolicy,
  type ResponseCustomHeader,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

export interface ResponseHeadersProps {
  /** CSP sources that may frame the site; a call allows a portal to embed it. */
  readonly frameAncestors: readonly string[];
  /** Headers that the call demands on the paths of this policy. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Browsers keep to HTTPS for this long; without subdomains or preload, which are not the toolkit's to decide. */
const HSTS_MAX_AGE = Duration.days(365);

/**
 * Security headers and the call's own, set on every response of a behavior whatever the origin sent.
 * @see puebla-2024 2.e
 */
export class ResponseHeaders extends Construct {
  readonly policy: IResponseHeadersPolicy;

  constructor(scope: Construct, id: string, props: ResponseHeadersProps) {
    super(scope, id);
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: HSTS_MAX_AGE,
          includeSubdomains: false,
          preload: false,
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        contentSecurityPolicy: {
          contentSecurityPolicy: `frame-ancestors ${props.frameAncestors.join(' ')}`,
          override: false,
        },
      },
      customHeadersBehavior: { customHeaders: props.headers.map(override) },
    });
  }
}

function override({ name, value }: { name: string; value: string }): ResponseCustomHeader {
  return { header: name, value, override: true };
}
