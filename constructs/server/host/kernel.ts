import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** The kernel's network for a busy web server; that it forwards is Docker's doing, and stays. */
export function kernel(): HostPart {
  const settings = '/etc/sysctl.d/60-difusor.conf';
  return {
    name: 'kernel',
    packages: ['procps', 'kmod'],
    files: [
      rootFile('/etc/modules-load.d/difusor.conf', ['nf_conntrack']),
      rootFile(settings, [
        'net.core.somaxconn = 16384',
        'net.core.netdev_max_backlog = 16384',
        'net.ipv4.tcp_max_syn_backlog = 16384',
        'net.ipv4.tcp_syncookies = 1',
        'net.ipv4.tcp_fin_timeout = 30',
        'net.netfilter.nf_conntrack_max = 524288',
        'net.netfilter.nf_conntrack_tcp_timeout_established = 7200',
        'net.ipv4.conf.all.rp_filter = 2',
        'net.ipv4.conf.all.accept_redirects = 0',
        'net.ipv4.conf.all.send_redirects = 0',
        'net.ipv4.conf.all.accept_source_route = 0',
        'net.ipv6.conf.all.accept_redirects = 0',
        'net.ipv6.conf.all.accept_source_route = 0',
      ]),
    ],
    check: [],
    apply: [
      ['modprobe', 'nf_conntrack'],
      // A kernel without IPv6 has none of its settings.
      ['sysctl', '--quiet', '--ignore', '--load', settings],
    ],
  };
}
