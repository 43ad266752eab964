import {
  letsIn,
  strayPorts,
} from '../../../../../../lib/compliance/collectors/terraform/known/host-ports.js';
import { perimeter } from '../../../server-facts.js';

const opening = (...ports: number[]) =>
  perimeter({ opens: ports.map((port) => ({ port, protocol: 'tcp', peers: 'any' })) });
const files = (sshd: string | undefined, jail?: string) =>
  new Map(
    Object.entries({
      '/etc/ssh/sshd_config.d/00-x.conf': sshd,
      '/etc/fail2ban/jail.d/x.local': jail,
    }).flatMap(([path, content]) =>
      content === undefined ? [] : [[path, { path, content, resource: 'r' }] as const],
    ),
  );

describe('strayPorts', () => {
  test.each<readonly [string | undefined, string | undefined, readonly number[]]>([
    ['X11Forwarding no', undefined, [22]],
    ['Port 2200', undefined, [2200]],
    ['port=2200', '[sshd]\nport = 2200', [2200]],
    ['Port 2200\nPort 22', undefined, [22]],
    [undefined, undefined, []],
    ['X11Forwarding no', '[sshd]\nport = ssh', [22]],
    ['Port 2200', '[DEFAULT]\nbanaction = difusor\n[sshd]\nenabled = true', [2200]],
  ])('knows those of %j and %j where the filter opens %j', (sshd, jail, ports) => {
    expect(strayPorts(files(sshd, jail), opening(...ports))).toEqual([]);
  });

  test.each<readonly [string | undefined, string | undefined, string]>([
    ['Port 2200', undefined, 'sshd: Port 2200'],
    [undefined, '[sshd]\nport = 9', 'fail2ban: port = 9'],
    ['Port 22', '[sshd]\nport = ssh,9', 'fail2ban: port = 9'],
    ['Port 22\nPort 23', '[sshd]\nport = 24', 'fail2ban: port = 24'],
  ])('tells what of %j and %j no filter opens', (sshd, jail, line) => {
    expect(strayPorts(files(sshd, jail), opening(22))).toEqual([line]);
  });

  test('tells of a ban at the port that SSH no longer has', () => {
    const moved = files('Port 2200', '[DEFAULT]\nbanaction = nftables\n[sshd]\nenabled = true');
    expect(strayPorts(moved, opening(2200))).toEqual(['fail2ban: port = 22']);
  });
});

describe('letsIn', () => {
  test.each([
    [22, true],
    [23, false],
  ])('tells of %i: %s', (port, open) => {
    expect(letsIn(port, opening(22))).toBe(open);
    expect(letsIn(port, undefined)).toBe(true);
  });
});
