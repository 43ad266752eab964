import '@aws-sdk/signature-v4a';
import { s3Address } from '../../../lib/publish/s3-address.js';
import { capturingS3Client } from '../../support/capturing-s3-client.js';

describe('s3Address', () => {
  it.each([
    ['a bucket’s own host', {}, 'sitio', ['https:', 'sitio.s3.mx-central-1.amazonaws.com', undefined, '/']],
    ['a name with dots', {}, 'prep.mx', ['https:', 's3.mx-central-1.amazonaws.com', undefined, '/prep.mx/']],
    [
      'an endpoint of one’s own',
      { endpoint: 'http://127.0.0.1:9000/s3', forcePathStyle: true },
      'sitio',
      ['http:', '127.0.0.1', 9000, '/s3/sitio/'],
    ],
    [
      'dual stack',
      { useDualstackEndpoint: true },
      'sitio',
      ['https:', 'sitio.s3.dualstack.mx-central-1.amazonaws.com', undefined, '/'],
    ],
  ])('is where the SDK sends to: %s', async (_what, config, bucket, expected) => {
    const { client, sent } = capturingS3Client(config);
    const address = await s3Address(client, bucket);
    expect([address?.protocol, address?.hostname, address?.port, address?.prefix]).toEqual(expected);
    expect(address?.scheme).toMatchObject({ signingName: 's3', signingRegion: 'mx-central-1' });
    expect(sent).toEqual([]);
  });

  it('is none where requests are signed for several regions', async () => {
    const { client } = capturingS3Client();
    const alias = 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap';
    expect(await s3Address(client, alias)).toBeUndefined();
  });

  it('throws what the SDK says of a client that can’t ask', async () => {
    const { client } = capturingS3Client({ region: () => Promise.reject<string>(new Error('no region')) });
    await expect(s3Address(client, 'sitio')).rejects.toThrow('no region');
  });
});
