import { isUnresolved, type Fact, type IngestFact } from '../../facts.js';
import type { Container } from './containers.js';
import type { Gaps } from './gaps.js';
import { readSshSettings, sshSwitch, type SshSettings } from './host/ssh-settings.js';
import type { HostFile, HostFiles } from './host-files.js';
import { containerRuntime, type Runtime } from './nginx/runtime.js';
import { readRsyncModules, type RsyncModule } from './rsync-modules.js';

/** Services of containers into which somebody pushes: a daemon of rsync, or sshd for sftp. */
export function collectIngests(containers: readonly Container[], files: HostFiles, gaps: Gaps): IngestFact[] {
  return containers.flatMap((container) => {
    const runtime = containerRuntime(container, files);
    return [...runtime.files].flatMap(([path, file]) => {
      if (/^\/etc\/.*rsyncd?[\w.-]*\.conf$/.test(path)) return fromRsync(file, runtime, gaps);
      return /^\/etc\/.*sshd_config$/.test(path) ? fromSshd(file, runtime, gaps) : [];
    });
  });
}

function fromRsync(file: HostFile, runtime: Runtime, gaps: Gaps): IngestFact[] {
  const text = textOf(file, gaps);
  if (text === undefined) return [];
  const { port, modules, problems } = readRsyncModules(text);
  problems.forEach((problem) => {
    gaps.add('ingests', runtime.resource, `${file.path}: ${problem}`);
  });
  return modules
    .filter(({ readOnly }) => !readOnly)
    .map((module) => ({
      resource: runtime.resource,
      kind: 'rsync',
      port: runtime.port(port) ?? { unresolved: `port ${String(port)}` },
      confined: module.chroot,
      writeOnly: module.writeOnly && !module.listed,
      folder: folderOf(module, runtime),
      authentication: module.users ? 'secret' : 'none',
    }));
}

function folderOf({ path }: RsyncModule, runtime: Runtime): Fact<string> {
  return path === undefined ? { unresolved: 'path' } : (runtime.place(path) ?? `${runtime.resource}:${path}`);
}

function fromSshd(file: HostFile, runtime: Runtime, gaps: Gaps): IngestFact[] {
  const text = textOf(file, gaps);
  if (text === undefined) return [];
  const settings = readSshSettings([text]);
  reportInclude(settings, file, runtime, gaps);
  const port = Number(settings.first.get('port') ?? 22);
  const sftpOnly = valuesOf(settings, 'forcecommand').some((command) => command.startsWith('internal-sftp'));
  const chroot = valuesOf(settings, 'chrootdirectory').find((folder) => folder !== 'none');
  const start =
    valuesOf(settings, 'forcecommand').map((command) => /\s-d\s*(\S+)/.exec(command)?.[1])[0] ?? '/';
  const folder = `${chroot ?? ''}/${start}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  return [
    {
      resource: runtime.resource,
      kind: sftpOnly ? 'sftp' : 'ssh',
      port: runtime.port(port) ?? { unresolved: `port ${String(port)}` },
      confined: sftpOnly && chroot !== undefined,
      writeOnly: false,
      folder:
        folder === '/'
          ? { unresolved: 'ChrootDirectory' }
          : (runtime.place(folder) ?? `${runtime.resource}:${folder}`),
      authentication: authenticationOf(settings),
    },
  ];
}

function reportInclude({ elsewhere }: SshSettings, file: HostFile, runtime: Runtime, gaps: Gaps): void {
  if (elsewhere !== undefined) gaps.add('ingests', runtime.resource, `${file.path}: Include ${elsewhere}`);
}

/** What holds for all, or for those whom a `Match` block names. */
function valuesOf({ first, matched }: SshSettings, keyword: string): string[] {
  const general = first.get(keyword);
  const some = matched.filter(([name]) => name === keyword).map(([, value]) => value);
  return general === undefined ? some : [general, ...some];
}

function authenticationOf(settings: SshSettings): IngestFact['authentication'] {
  const passwords = sshSwitch(settings, 'PasswordAuthentication', true);
  const keyboard = sshSwitch(settings, 'KbdInteractiveAuthentication', true);
  const hole = [passwords, keyboard].find(isUnresolved);
  if (hole !== undefined) return hole;
  return passwords === true || keyboard === true ? 'secret' : 'key';
}

function textOf({ content, path, resource }: HostFile, gaps: Gaps): string | undefined {
  if (!isUnresolved(content)) return content;
  gaps.add('ingests', resource, `${path}: ${content.unresolved}`);
  return undefined;
}
