import { workerSettingsSchema, type WorkerSettings } from '../../../worker-settings.js';
import { isUnresolved, type Fact, type WorkerFact } from '../../facts.js';
import { onHost, placeOf, SETTINGS, type Container } from './containers.js';
import type { HostFiles } from './host-files.js';

/** File in the container with the settings of the worker as JSON, where no label or variable has them. */
const SETTINGS_FILE = '/etc/prep/settings.json';

/** Where the worker's own image publishes and keeps packages unless its command says otherwise. */
const SITE = '/srv/site';
const ARCHIVE = '/srv/packages';

/** Containers that keep the copy current: those with the toolkit's settings, or that are said to publish. */
export function collectContainerWorkers(containers: readonly Container[], files: HostFiles): WorkerFact[] {
  return containers
    .filter(({ isWorker }) => isWorker)
    .map((container) => ({
      resource: container.fact.resource,
      container: container.fact.resource,
      settings: readSettings(container, files),
      ...configurationOf(container, files),
      egress: [],
      // One container is one worker.
      reservedConcurrency: 1,
      secrets: [],
      siteBucket: folderOf(container, '--directory', SITE),
      archiveFolder: folderOf(container, '--archive', ARCHIVE),
      keyValueStores: [],
      grants: [],
    }));
}

/** A folder that only the container itself has is lost with it. */
function folderOf(container: Container, option: string, usual: string): Fact<string> {
  const { command } = container;
  const hole = command.find(isUnresolved);
  if (hole !== undefined) return hole;
  const words = command.map(String);
  const given = words[words.indexOf(option) + 1];
  const path = words.includes(option) && given !== undefined ? given : usual;
  return onHost(container, path) ?? `${container.fact.resource}:${path}`;
}

/** The file that its command names. */
function configurationOf(container: Container, files: HostFiles): Pick<WorkerFact, 'configuration'> {
  const words = container.command.map((word) => (isUnresolved(word) ? '' : word));
  const path = words.includes('--config') ? words[words.indexOf('--config') + 1] : undefined;
  const content = path === undefined ? undefined : seenAt(container, path, files);
  return content === undefined ? {} : { configuration: content };
}

function readSettings(container: Container, files: HostFiles): Fact<WorkerSettings> | undefined {
  const { labels, environment } = container;
  const given = SETTINGS.map((name) => labels.get(name) ?? environment.get(name));
  const text = [...given, seenAt(container, SETTINGS_FILE, files)].find((one) => one !== undefined);
  if (text === undefined || isUnresolved(text)) return text;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { unresolved: 'difusor.settings: JSON' };
  }
  const parsed = workerSettingsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  return {
    unresolved: `difusor.settings: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
  };
}

/** The file is told by where it lies on the container's own host. */
function seenAt(container: Container, path: string, files: HostFiles): Fact<string> | undefined {
  const place = onHost(container, path);
  return [...files.values()].find((file) => placeOf(container.stack, file.path) === place)?.content;
}
