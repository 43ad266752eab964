import type { Fact } from '../../../facts.js';
import { isUnresolved } from '../../../facts.js';
import { onHost, placeOf, type Container } from '../containers.js';
import { filesBelow, type HostFile, type HostFiles } from '../host-files.js';
import type { TerraformStack } from '../stack.js';

/** Where a service runs, in a container or on the host itself, and what it finds there. */
export interface Runtime {
  readonly resource: string;
  /** Absent: the host itself. */
  readonly container: string | undefined;
  /** Delivered files, by their path where it runs. */
  readonly files: ReadonlyMap<string, HostFile>;
  readonly command: readonly Fact<string>[];
  /** A path where it runs as a place of its host; undefined where only its own disk has it. */
  readonly place: (path: string) => string | undefined;
  /** Port of the host by which a port of its own is reached. */
  readonly port: (own: number) => Fact<number> | undefined;
}

export function containerRuntime(container: Container, files: HostFiles): Runtime {
  return {
    resource: container.fact.resource,
    container: container.fact.resource,
    files: seenBy(container, files),
    command: container.command,
    place: (path) => onHost(container, path),
    port: (own) => container.ports.find(({ internal }) => internal === own)?.external,
  };
}

export function hostRuntime(stack: TerraformStack, resource: string, files: HostFiles): Runtime {
  return {
    resource,
    container: undefined,
    files,
    command: [],
    place: (path) => placeOf(stack.name, path),
    port: (own) => own,
  };
}

function seenBy({ mounts }: Container, files: HostFiles): Map<string, HostFile> {
  const seen = mounts.flatMap(({ host, container }) => {
    if (isUnresolved(host) || isUnresolved(container)) return [];
    return filesBelow(files, host).map((file) => {
      return [`${container}${file.path.slice(host.length)}`, file] as const;
    });
  });
  return new Map(seen);
}
