import { SshSession } from '../../../lib/audit/ssh-session.js';
import { AuditedHost } from '../../support/audited-host.js';

describe('SshSession', () => {
  let host: AuditedHost;
  beforeEach(async () => {
    host = await new AuditedHost().start();
  });
  afterEach(() => host.stop());

  const run = async (command: string) => {
    const address = { address: '127.0.0.1', port: host.port, user: host.user, hostKeys: [host.hostKey] };
    const session = await SshSession.open(address, { privateKey: host.identity.private });
    if (!('value' in session)) throw new Error(session.why);
    try {
      return await session.value.run(command);
    } finally {
      session.value.close();
    }
  };

  test.each([
    ['what it wrote', { out: 'eight\n' }, { value: 'eight\n' }],
    [
      'that it may not',
      { err: 'permission denied\n', code: 1 },
      { why: 'refused', detail: '1 permission denied' },
    ],
    ['why it failed where it only wrote so', { out: 'no\n', code: 3 }, { why: 'refused', detail: '3 no' }],
    [
      'that the program is missing',
      { err: 'not found', code: 127 },
      { why: 'tool', detail: '127 not found' },
    ],
    ['that it wrote without end', { out: 'x'.repeat(300_000) }, { why: 'unread', detail: '> 262144 bytes' }],
  ])('gives of a command %s', async (_what, answer, expected) => {
    host.answers.set('some', answer);
    expect(await run('some command')).toEqual(expected);
  });

  it('takes no other key of a host than those that are known, of whatever kind', async () => {
    const other = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJZjDmfBrZgmIfiMFIon3p3kmktxGJDV7hS/YSuOFYeK';
    const address = { address: '127.0.0.1', port: host.port, user: host.user, hostKeys: [other] };
    const session = await SshSession.open(address, { privateKey: host.identity.private });
    expect(session).toMatchObject({ why: 'unreachable' });
  });

  it('can’t log in with what is no key', async () => {
    const address = { address: '127.0.0.1', port: host.port, user: host.user, hostKeys: [host.hostKey] };
    expect(await SshSession.open(address, { privateKey: 'no key' })).toMatchObject({ why: 'unreachable' });
  });
});
