import { parse } from 'yaml';
import {
  isUnresolved,
  type FactArea,
  type HostFact,
  type IngestFact,
  type WebServerFact,
  type WorkerFact,
} from '../../../facts.js';
import type { Container } from '../containers.js';
import type { Gaps } from '../gaps.js';
import type { HostSources } from '../host/index.js';
import type { HostFile, HostFiles } from '../host-files.js';
import { isJson } from '../json.js';
import { containerRuntime } from '../nginx/runtime.js';
import type { TerraformResource, TerraformStack } from '../stack.js';
import { ANYTHING_OF_ROOT } from './areas.js';
import { deniedBy } from './container-commands.js';
import { unknownOfContainer } from './containers.js';
import { boundsLogs } from './docker-daemon.js';
import { shutOut } from './host-access.js';
import { unknownOfHostFile } from './host-files.js';
import {
  unknownOfIngestSshd,
  unknownOfPasswd,
  unknownOfPushers,
  unknownOfRsyncd,
  unknownOfShipping,
} from './ingest-files.js';
import { strayPorts } from './host-ports.js';
import { unknownOfLogrotate } from './log-rotation.js';
import { unknownAtStart } from './machine-data.js';
import { unknownOfProvisioners } from './provisioners.js';
import { isKnownType, unknownEngines, unknownOfData, unknownOfNetwork, unknownOfTop } from './resources.js';
import { setUpDifferences } from './set-up-differences.js';
import { readSetUpScript } from './set-up-script.js';
import { unknownOfUserData } from './user-data.js';

/** What was read of a stack, against which the rest of it is held. */
export interface ReadStack {
  readonly stack: TerraformStack;
  readonly sources: HostSources;
  readonly containers: readonly Container[];
  readonly hosts: readonly HostFact[];
  readonly webServers: readonly WebServerFact[];
  readonly ingests: readonly IngestFact[];
  readonly workers: readonly WorkerFact[];
}

/**
 * Adds a gap for all that is not known to be harmless: what no form here understands may undo the facts that were read,
 * and a clause that rests on them is then undetermined.
 */
export function reportUnknown(read: ReadStack, gaps: Gaps): void {
  const tell: Tell = (areas, resource, lines) => {
    new Set(lines).forEach((line) => {
      gaps.addAll(areas, resource, line.slice(0, MOST_LETTERS));
    });
  };
  reportResources(read, tell);
  reportSetUp(read, tell);
  reportHostFiles(read, tell);
  reportContainers(read, tell);
  reportContainerFiles(read, tell);
  reportSettings(read, tell);
}

type Tell = (areas: readonly FactArea[], resource: string, lines: readonly string[]) => void;

const MOST_LETTERS = 160;

function reportResources({ stack, sources: { files } }: ReadStack, tell: Tell): void {
  const { name, top, resources } = stack;
  tell(ANYTHING_OF_ROOT, name, unknownOfTop(top));
  tell(['hosts'], name, unknownEngines(stack));
  for (const resource of resources) {
    tell(ANYTHING_OF_ROOT, resource.id, runBy(resource, files));
    tell(['hosts', 'containers', 'webServers'], resource.id, unknownOfNetwork(resource));
  }
}

function runBy(resource: TerraformResource, files: HostFiles): string[] {
  const { type } = resource;
  return [
    ...(isKnownType(type) ? [] : [type]),
    ...unknownOfData(resource),
    ...unknownOfProvisioners(resource, files),
  ];
}

function reportSetUp({ stack, sources }: ReadStack, tell: Tell): void {
  const { scripts, files, cloudInit } = sources;
  stack.resources.forEach((resource) => {
    tell(ANYTHING_OF_ROOT, resource.id, unknownAtStart(resource, stack, sources));
  });
  scripts.forEach(({ resource, text }) => {
    tell(ANYTHING_OF_ROOT, resource, readSetUpScript(text, files).unknown);
  });
  if (cloudInit !== undefined) {
    unknownOfUserData(cloudInit, files).forEach(({ lines, ofHost }) => {
      tell(ofHost ? ['hosts'] : ANYTHING_OF_ROOT, cloudInit.resource, lines);
    });
  }
  tell(['hosts'], sources.resource, shutOut(files));
  setUpDifferences(stack, sources).forEach(({ resource, line, areas }) => {
    tell(areas, resource, [line]);
  });
}

function reportHostFiles({ sources, containers, hosts }: ReadStack, tell: Tell): void {
  const { files } = sources;
  tell(['hosts'], sources.resource, strayPorts(files, hosts[0]?.perimeter));
  for (const file of files.values()) {
    const { lines, areas } = unknownOfHostFile(file, files, containers);
    tell(
      areas,
      file.resource,
      lines.map((line) => `${file.path}: ${line}`),
    );
  }
}

function reportContainers(
  { containers, hosts, webServers, ingests, sources: { files } }: ReadStack,
  tell: Tell,
): void {
  const daemon = files.get('/etc/docker/daemon.json')?.content;
  const around = {
    webServers,
    ingests,
    perimeter: hosts[0]?.perimeter,
    boundsLogs: daemon !== undefined && !isUnresolved(daemon) && boundsLogs(daemon),
  };
  containers.forEach((container) => {
    const { lines, areas } = unknownOfContainer(container, around);
    tell(areas, container.fact.resource, lines);
  });
}

type Form = readonly [path: RegExp, areas: readonly FactArea[], unknown: (text: string) => readonly string[]];

const INGEST: readonly Form[] = [
  [/^\/etc\/.*rsyncd?[\w.-]*\.conf$/, ['ingests'], unknownOfRsyncd],
  [/^\/etc\/.*sshd_config$/, ['ingests'], unknownOfIngestSshd],
  [/^\/etc\/prep\/passwd$/, ['ingests'], unknownOfPasswd],
  [/^\/etc\/prep\/authorized_keys$/, ['ingests'], unknownOfPushers],
  [/^\/etc\/prep\/logrotate\.conf$/, ['webServers'], unknownOfLogrotate],
  [/^\/etc\/prep\/rsyslog\.conf$/, ['webServers'], unknownOfShipping],
];

/** Files that services of containers read, by their path where they run. */
function reportContainerFiles({ containers, sources: { files } }: ReadStack, tell: Tell): void {
  for (const container of containers) {
    for (const [path, file] of containerRuntime(container, files).files) {
      const [, areas, unknown] = INGEST.find(([form]) => form.test(path)) ?? [];
      if (areas !== undefined && unknown !== undefined) tell(areas, file.resource, unknownIn(file, unknown));
    }
  }
}

function unknownIn({ path, content }: HostFile, unknown: (text: string) => readonly string[]): string[] {
  const lines = isUnresolved(content) ? [content.unresolved] : unknown(content);
  return lines.map((line) => `${path}: ${line}`);
}

/** The settings are for the judge: the worker itself reads the file that its command names. */
function reportSettings({ workers }: ReadStack, tell: Tell): void {
  for (const { settings, configuration: text, resource } of workers) {
    if (settings === undefined || isUnresolved(settings) || text === undefined) continue;
    tell(
      ['workers'],
      resource,
      isUnresolved(text) ? [text.unresolved] : deniedBy(settings, configuration(text)),
    );
  }
}

function configuration(text: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = parse(text, { maxAliasCount: 20 });
    return isJson(content) ? content : { convocatoria: text.slice(0, 20) };
  } catch {
    return { convocatoria: 'YAML' };
  }
}
