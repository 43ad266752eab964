import { unread } from './conclude.js';
import { isUnresolved, type Fact, type Facts, type WebServerFact, type WorkerFact } from './facts.js';
import { breached, type Finding } from './rule.js';

/** Link, in the folder in which a worker publishes, that leads readers to the one live cut, or to a page. */
const LIVE = 'live';

/** What keeps a web server from showing readers exactly what a worker's pointer says; nothing where it does. */
export function liveFolderProblems(webServer: WebServerFact, { workers }: Facts): Finding[] {
  const { root, resource } = webServer;
  if (isUnresolved(root)) return [unread(root, resource)];
  const apart = elsewhere(webServer);
  if (apart.length > 0) return apart;
  const folders = workers.map(({ siteBucket }) => siteBucket);
  if (folders.some((folder) => isLive(root, folder))) return [];
  const hole = folders.find(isUnresolved);
  if (hole !== undefined) return [unread(hole, resource)];
  return [breached({ text: 'rule.live-folder.other', params: { root }, resource })];
}

/** Paths at which something else answers than a file of the folder. */
function elsewhere({ alters, resource }: WebServerFact): Finding[] {
  return alters
    .filter(({ by }) => ELSEWHERE.test(by))
    .map(({ path, by }) =>
      breached({ text: 'rule.live-folder.other', params: { root: `${path}: ${by}` }, resource }),
    );
}

const ELSEWHERE = /^(?:root|alias|return|empty_gif|random_index|\w+_pass)\b/;

/** The workers whose pointer a web server follows. */
export function workersBehind({ root }: WebServerFact, { workers }: Facts): readonly WorkerFact[] {
  return workers.filter(({ siteBucket }) => typeof root === 'string' && isLive(root, siteBucket));
}

function isLive(root: string, folder: Fact<string> | undefined): boolean {
  return typeof folder === 'string' && root === `${folder}/${LIVE}`;
}

/** Whether a place is a folder of the host, which outlives containers and stack, rather than a volume or a container's. */
export function isHostFolder(place: Fact<string> | undefined): boolean {
  return typeof place === 'string' && /^[^:]*:\//.test(place) && !place.includes('/docker_container.');
}
