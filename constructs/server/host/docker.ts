import type { HostPart } from './host-part.js';

const CONFIGURATION = '/etc/docker/daemon.json';

/** Docker's engine; containers outlive its restarts. @see veracruz-2024 II.B.b */
export function docker(): HostPart {
  const settings = {
    'live-restore': true,
    // Its proxy would hide readers' addresses from the web server on loopback, and cost a fifth of the speed.
    'userland-proxy': false,
    'no-new-privileges': true,
    'log-driver': 'json-file',
    'log-opts': { 'max-size': '20m', 'max-file': '5' },
  };
  return {
    name: 'docker',
    // docker.io loads its containers' profile with apparmor, which it only recommends.
    packages: ['docker.io', 'apparmor'],
    files: [
      {
        path: CONFIGURATION,
        mode: '0644',
        owner: 'root:root',
        content: `${JSON.stringify(settings, null, 2)}\n`,
      },
    ],
    check: [
      // Engines before 23 have no way to tell.
      [
        'sh',
        '-c',
        `if dockerd --help | grep -q -e --validate; then dockerd --validate --config-file ${CONFIGURATION}; fi`,
      ],
    ],
    apply: [
      ['systemctl', 'enable', 'docker.service'],
      ['systemctl', 'restart', 'docker.service'],
    ],
  };
}
