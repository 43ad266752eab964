import { ResponseHeaders } from '../../../constructs/aws/index.js';
import { templateOf } from '../../support/stack.js';

describe('ResponseHeaders', () => {
  it('overrides what the origin sent with each header, exactly as given', () => {
    const template = templateOf(
      (scope) =>
        new ResponseHeaders(scope, 'Headers', {
          frameAncestors: ["'none'"],
          headers: [{ name: 'Cache-Control', value: 'no-cache, no-store, must-revalidate' }],
        }),
    );
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: {
          Items: [{ Header: 'Cache-Control', Value: 'no-cache, no-store, must-revalidate', Override: true }],
        },
        SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'" } },
      },
    });
  });

  it('keeps browsers to HTTPS for 365 days, and to nothing that is not this site’s to decide', () => {
    const template = templateOf(
      (scope) => new ResponseHeaders(scope, 'Headers', { frameAncestors: ["'self'"], headers: [] }),
    );
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 31_536_000,
            IncludeSubdomains: false,
            Preload: false,
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
        },
      },
    });
  });

  it('names every frame ancestor, and lets a page with a policy of its own keep it', () => {
    const frameAncestors = ["'self'", 'https://portal.example.org'];
    const template = templateOf(
      (scope) => new ResponseHeaders(scope, 'Headers', { frameAncestors, headers: [] }),
    );
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: "frame-ancestors 'self' https://portal.example.org",
            Override: false,
          },
        },
      },
    });
  });
});
