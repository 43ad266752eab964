import { DifusorError } from '../../../../lib/errors.js';
import { createMessages, renderError } from '../../../../lib/messages/index.js';
import { isNoSuchFile, sshFailure } from '../../../../lib/sync/sources/ssh-failure.js';

const failed = (properties: object): Error => Object.assign(new Error('failed'), properties);

describe('sshFailure', () => {
  it.each([
    [{ level: 'client-authentication' }, 'SOURCE_REFUSED', { status: 'login' }],
    [{ code: 3 }, 'SOURCE_REFUSED', { status: 'permission' }],
    [{ code: 4 }, 'SOURCE_UNREACHABLE', { reason: 'SFTP 4' }],
    [{ code: 'ECONNREFUSED', level: 'client-socket' }, 'SOURCE_UNREACHABLE', { reason: 'ECONNREFUSED' }],
    [{ name: 'TimeoutError', level: 'client-socket' }, 'SOURCE_UNREACHABLE', { reason: 'TimeoutError' }],
    [{ level: 'handshake' }, 'SOURCE_UNREACHABLE', { reason: 'handshake' }],
    [{}, 'SOURCE_UNREACHABLE', { reason: 'SSH' }],
  ])('names %j', (properties, code, params) => {
    const failure = sshFailure(failed(properties), undefined, 'host');
    expect(failure).toMatchObject({
      code,
      params: { host: 'host', ...params },
      retryable: code === 'SOURCE_UNREACHABLE',
    });
  });

  it('names what broke the connection rather than the call that got no answer', () => {
    const broken = failed({ code: 'ECONNRESET' });
    const failure = sshFailure(new Error('No response from server'), broken, 'host');
    expect(failure).toMatchObject({ params: { reason: 'ECONNRESET' } });
    expect(failure.cause).toBe(broken);
  });

  it.each([
    ['login', 'host no aceptó las credenciales.'],
    ['permission', 'host no permite leer el paquete.'],
    [404, 'host contestó 404 y no entregó el paquete.'],
  ])('is said in words of the reader’s language where it is a refusal: %p', (status, text) => {
    const error = new DifusorError('SOURCE_REFUSED', { host: 'host', status });
    expect(renderError(error, createMessages('es'))[0]).toBe(`SOURCE_REFUSED: ${text}`);
  });

  it('leaves alone what is named already', () => {
    const error = new DifusorError('SOURCE_ADDRESS_FORBIDDEN');
    expect(sshFailure(error, undefined, 'host')).toBe(error);
  });
});

describe('isNoSuchFile', () => {
  it.each([
    [2, true],
    [3, false],
    [4, false],
    ['ENOENT', false],
  ])('knows a missing file by the code %p: %p', (code, expected) => {
    expect(isNoSuchFile(sshFailure(failed({ code }), undefined, 'host'))).toBe(expected);
  });
});
