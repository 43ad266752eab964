import { isUnresolved, type WebServerFact } from '../../facts.js';
import type { Container } from './containers.js';
import type { Gaps } from './gaps.js';
import type { HostSources } from './host/index.js';
import { LogRotations } from './log-rotations.js';
import { readConfiguration } from './nginx/configuration.js';
import { containerRuntime, hostRuntime, type Runtime } from './nginx/runtime.js';
import { webServersOf } from './nginx/server.js';
import type { TerraformStack } from './stack.js';

/** Servers of whose configuration nothing is understood. */
const OTHERS = /\b(?:httpd|apache2?|caddy|lighttpd|traefik|haproxy|envoy|varnish|iis)\b/i;
const OWN_NGINX = '/etc/nginx/';

/** The web servers of a stack: nginx in a container, or on the host itself. */
export function collectWebServers(
  stack: TerraformStack,
  sources: HostSources,
  containers: readonly Container[],
  gaps: Gaps,
): WebServerFact[] {
  const { files, resource } = sources;
  const rotations = LogRotations.read(stack.name, files, containers);
  const inContainers = containers.map((container) => {
    reportOther(container, gaps);
    return containerRuntime(container, files);
  });
  const onHost = [...files.keys()].some((path) => path.startsWith(OWN_NGINX))
    ? [hostRuntime(stack, resource, ownFiles(sources))]
    : [];
  return [...inContainers, ...onHost].flatMap((runtime) => fromRuntime(runtime, rotations, gaps));
}

function fromRuntime(runtime: Runtime, rotations: LogRotations, gaps: Gaps): WebServerFact[] {
  const configuration = readConfiguration(runtime, gaps);
  return configuration === undefined ? [] : webServersOf(configuration, { runtime, rotations, gaps });
}

function ownFiles({ files }: HostSources): HostSources['files'] {
  return new Map([...files].filter(([path]) => path.startsWith(OWN_NGINX)));
}

function reportOther({ fact: { image, resource }, command }: Container, gaps: Gaps): void {
  const words = [image, ...command].map((word) => (isUnresolved(word) ? '' : word)).join(' ');
  const [name] = OTHERS.exec(words) ?? [];
  if (name !== undefined) gaps.addAll(['webServers', 'frames'], resource, name);
}
