import { signingRegion } from '../../../../lib/testing/cloudformation/signing-region.js';

describe('signingRegion', () => {
  it('reads the region out of the credential scope', () => {
    const header =
      'AWS4-HMAC-SHA256 Credential=AKIA/20270606/mx-central-1/cloudformation/aws4_request, SignedHeaders=host';
    expect(signingRegion(header)).toBe('mx-central-1');
  });

  it('finds none where a request is not signed', () => {
    expect([undefined, '', 'Bearer abc'].map(signingRegion)).toEqual([undefined, undefined, undefined]);
  });
});
