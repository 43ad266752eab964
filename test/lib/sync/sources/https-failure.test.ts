import { DifusorError } from '../../../../lib/errors.js';
import { requestFailure } from '../../../../lib/sync/sources/https-failure.js';

const coded = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('requestFailure', () => {
  it.each([
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'TLS certificate required'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'TLS unknown ca'],
    ['ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', 'TLS bad certificate'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'TLS certificate expired'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', 'TLS certificate revoked'],
    ['ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', 'TLS access denied'],
  ])('says that the server turned our certificate down: %s', (code, status) => {
    const refused = { code: 'SOURCE_REFUSED', retryable: false, params: { host: 'host', status } };
    expect(requestFailure(coded(code), 'host')).toMatchObject(refused);
    expect(requestFailure(coded('UND_ERR_SOCKET'), 'host', coded(code))).toMatchObject(refused);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UND_ERR_SOCKET'])(
    'says that nobody is there, for now: %s',
    (reason) => {
      const cause = coded(reason);
      const failure = requestFailure(cause, 'host', coded('ECONNRESET'));
      expect(failure).toMatchObject({ code: 'SOURCE_UNREACHABLE', retryable: true, params: { reason } });
      expect(failure.cause).toBe(cause);
    },
  );

  it('leaves alone what is named already', () => {
    const error = new DifusorError('SOURCE_ADDRESS_FORBIDDEN');
    expect(requestFailure(error, 'host')).toBe(error);
  });
});
