import { isKnownCommand } from '../../../../../../lib/compliance/collectors/terraform/known/commands.js';

const FILES = new Map(
  ['/etc/sysctl.d/x.conf', '/etc/systemd/system/x.service'].map((path) => [
    path,
    { path, content: '', resource: 'r' },
  ]),
);
const known = (line: string) => isKnownCommand(line.split(' '), FILES);

describe('isKnownCommand', () => {
  test.each([
    'systemctl daemon-reload',
    'systemctl enable --now docker.service',
    'systemctl disable --now fail2ban',
    'systemctl mask nftables.service',
    'systemctl enable x.service',
    'systemctl stop ufw',
    'sysctl --quiet --load /etc/sysctl.d/x.conf',
    'modprobe nf_conntrack',
    'apt-get update --quiet=2',
    'DEBIAN_FRONTEND=noninteractive apt-get install -y docker.io jq',
    'echo done',
  ])('knows %s', (line) => {
    expect(known(line)).toBe(true);
  });

  test.each([
    '',
    'systemctl enable',
    'systemctl enable nftables',
    'systemctl start ufw',
    'systemctl enable other.service',
    'systemctl isolate rescue.target',
    'systemctl mask apparmor',
    'sysctl --quiet --load /srv/x.conf',
    'sysctl -w net.ipv4.ip_forward=0',
    'modprobe bridge',
    'apt-get install telnetd',
    'apt-get remove fail2ban',
    'nft flush ruleset',
    'nft --file /srv/x',
    'iptables -F',
    'ufw disable',
    'sh -c reboot',
    'sh /srv/x',
    'constructor',
    '/usr/local/sbin/x',
  ])('does not know %j', (line) => {
    expect(known(line)).toBe(false);
  });
});
