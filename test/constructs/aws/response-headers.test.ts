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
});
