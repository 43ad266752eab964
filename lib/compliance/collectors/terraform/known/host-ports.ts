import { isUnresolved, type PerimeterFact } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
import { readAssignments, readKeywords, type Setting } from './settings.js';

const SSHD = /^\/etc\/ssh\/sshd_config(?:\.d\/[^/]+\.conf)?$/;
const JAILS = /^\/etc\/fail2ban\/jail\.(?:local|d\/[^/]+\.(?:local|conf))$/;
const SSH = '22';
/** They shut out of every port. */
const ALL_PORTS = /^difusor$|-allports$/;

/** Whether the filter lets in to a port; where there is none, its own rule tells. */
export function letsIn(port: number, perimeter: PerimeterFact | undefined): boolean {
  if (perimeter === undefined) return true;
  return perimeter.opens.some(
    (open) => open.protocol === 'tcp' && (open.port === port || open.port === 'all'),
  );
}

/** Ports of sshd that the filter shuts, and of fail2ban at which no sshd answers. */
export function strayPorts(files: HostFiles, perimeter: PerimeterFact | undefined): string[] {
  const sshd = texts(files, SSHD);
  const ports = sshd.flatMap((text) =>
    readKeywords(text.replace(/^(\s*\w+)\s*=\s*/gm, '$1 ')).flatMap(({ key, value }) =>
      key === 'port' ? [value] : [],
    ),
  );
  const listens = ports.length === 0 ? [SSH] : ports;
  const shut = sshd.length > 0 && !listens.some((port) => letsIn(Number(port), perimeter));
  const jails = texts(files, JAILS).flatMap(readAssignments);
  const banned = jailPorts(jails).filter((port) => !listens.includes(port));
  return [
    ...(shut ? [`sshd: Port ${listens.join(', ')}`] : []),
    ...banned.map((port) => `fail2ban: port = ${port}`),
  ];
}

/** Those of its jail for SSH: by itself the port that SSH has everywhere, unless a ban shuts all. */
function jailPorts(jails: readonly Setting[]): string[] {
  const last = (name: string): string | undefined =>
    jails.filter(({ section, key }) => key === name && section === 'sshd').at(-1)?.value ??
    jails.filter(({ section, key }) => key === name && section === 'default').at(-1)?.value;
  const given = last('port');
  if (given === undefined) return jails.length === 0 || ALL_PORTS.test(last('banaction') ?? '') ? [] : [SSH];
  return given.split(',').map((port) => (port.trim() === 'ssh' ? SSH : port.trim()));
}

function texts(files: HostFiles, form: RegExp): string[] {
  return [...files.values()].flatMap(({ path, content }) =>
    form.test(path) && !isUnresolved(content) ? [content] : [],
  );
}
