import { certificateFaults } from '../../../../lib/config/checks/certificate.js';

const arn = (region: string) =>
  `arn:aws:acm:${region}:012345678901:certificate/01234567-89ab-cdef-0123-456789abcdef`;
const path = ['certificate', 'arn'];

describe('certificateFaults', () => {
  it('accepts one of us-east-1, of the same account or of any where none is given', () => {
    const certificate = { arn: arn('us-east-1') };
    expect(certificateFaults({ config: { certificate } })).toEqual([]);
    expect(certificateFaults({ config: { certificate, account: '012345678901' } })).toEqual([]);
  });

  it('refuses one of another region', () => {
    expect(certificateFaults({ config: { certificate: { arn: arn('mx-central-1') } } })).toEqual([
      { id: 'problem.certificate-region', path, params: { got: 'mx-central-1' } },
    ]);
  });

  it('refuses one of another account', () => {
    const config = { certificate: { arn: arn('us-east-1') }, account: '999999999999' };
    expect(certificateFaults({ config })).toEqual([
      { id: 'problem.certificate-account', path, params: { got: '012345678901', account: '999999999999' } },
    ]);
  });

  it('says nothing of a certificate that is yet to be made', () => {
    const certificate = { hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.org' } };
    expect(certificateFaults({ config: { certificate } })).toEqual([]);
    expect(certificateFaults({ config: {} })).toEqual([]);
  });
});
