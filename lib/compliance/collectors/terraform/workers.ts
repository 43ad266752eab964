import { workerSettingsSchema, type WorkerSettings } from '../../../worker-settings.js';
import { isUnresolved, type Fact, type WorkerFact } from '../../facts.js';
import { onHost, type Container } from './containers.js';

/** Label, or variable, with the settings of the worker as JSON. */
const SETTINGS = ['difusor.settings', 'DIFUSOR_SETTINGS'];
const SERVICE = 'difusor.service';

/** Where the worker's own image publishes and keeps packages unless its command says otherwise. */
const SITE = '/srv/site';
const ARCHIVE = '/srv/packages';

/** Containers that keep the copy current: those with the toolkit's settings, or that are said to publish. */
export function collectContainerWorkers(containers: readonly Container[]): WorkerFact[] {
  return containers.filter(isWorker).map((container) => ({
    resource: container.fact.resource,
    container: container.fact.resource,
    settings: readSettings(container),
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

function isWorker({ labels, environment }: Container): boolean {
  return (
    SETTINGS.some((name) => labels.has(name) || environment.has(name)) || labels.get(SERVICE) === 'publisher'
  );
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

function readSettings({ labels, environment }: Container): Fact<WorkerSettings> | undefined {
  const text = SETTINGS.map((name) => labels.get(name) ?? environment.get(name)).find(
    (one) => one !== undefined,
  );
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
