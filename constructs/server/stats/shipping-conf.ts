import type { LogsPlan } from '../../../lib/config/index.js';

/**
 * rsyslog's configuration that follows the access log and sends each line over TCP with TLS, to a server whose
 * certificate bears its name. What can't be sent waits on the disk.
 * @param tag names the difusor in each line
 */
export function shippingConf({ host, port }: NonNullable<LogsPlan['ship']>, tag: string): string {
  return [
    'global(workDirectory="/srv/logs/.rsyslog" defaultNetstreamDriverCAFile="/etc/ssl/certs/ca-certificates.crt")',
    'module(load="imfile")',
    'input(type="imfile" file="/srv/logs/access.log" ' +
      `tag="${tag}" facility="local0" severity="info" ruleset="ship" persistStateInterval="100")`,
    'ruleset(name="ship") {',
    `  action(type="omfwd" target="${host}" port="${port}" protocol="tcp" template="RSYSLOG_SyslogProtocol23Format"`,
    '    StreamDriver="gtls" StreamDriverMode="1" StreamDriverAuthMode="x509/name"',
    `    StreamDriverPermittedPeers="${host}"`,
    '    queue.type="LinkedList" queue.filename="ship" queue.maxDiskSpace="1g" queue.saveOnShutdown="on"',
    '    action.resumeRetryCount="-1")',
    '}',
    '',
  ].join('\n');
}
