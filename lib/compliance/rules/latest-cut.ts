import { all, unless, unread } from '../conclude.js';
import {
  isUnresolved,
  type DistributionFact,
  type Facts,
  type WebServerFact,
  type WorkerFact,
} from '../facts.js';
import { allows } from '../grants.js';
import { liveFolderProblems, workersBehind } from '../live-folder.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachSite, isFramed, pointerStores, siteBucketOf } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const WRITES = ['cloudfront-keyvaluestore:PutKey', 'cloudfront-keyvaluestore:UpdateKeys'];

/** Everywhere the edge shows what the pointer says, and one worker at a time publishes there and moves it. */
export const latestCut: Rule<NoParams> = {
  id: 'latest-cut',
  how: 'rule.latest-cut.how',
  reads: [
    'distributions',
    'workers',
    'grants',
    'webServers',
    'webServers.files',
    'webServers.freshness',
    'containers',
    'frames',
  ],
  params: noParams,
  evaluate(facts, context) {
    if (isFramed(facts)) return met({ text: 'rule.framed' });
    return eachSite(facts, context, {
      distribution: (distribution) => {
        const { stores, problems } = storesOf(distribution);
        if (problems.length > 0) return all(problems);
        return all(stores.map((store) => judgeStore(store, distribution, facts.workers)));
      },
      webServer: (webServer) => judgeServer(webServer, facts),
    });
  },
};

/** One worker moves the pointer that the web server follows, and starts again by itself. */
function judgeServer(webServer: WebServerFact, facts: Facts): Finding {
  const behind = workersBehind(webServer, facts);
  const { resource } = webServer;
  return unless(
    [
      ...liveFolderProblems(webServer, facts),
      ...(behind.length > 1 ? [breached({ text: 'rule.latest-cut.several', resource })] : []),
      ...behind.flatMap((worker) => judgeContainer(worker, facts)),
    ],
    met(
      ...behind.map((worker) => ({ text: 'rule.latest-cut.met-server', resource: worker.resource }) as const),
    ),
  );
}

function judgeContainer({ container, resource }: WorkerFact, { containers }: Facts): Finding[] {
  const restarts = containers.find((candidate) => candidate.resource === container)?.restarts;
  if (isUnresolved(restarts)) return [unread(restarts, resource)];
  return restarts === false ? [breached({ text: 'rule.latest-cut.stays-down', resource })] : [];
}

/** The stores behind all behaviors, and the behaviors that show something else. */
function storesOf({ behaviors, resource }: DistributionFact) {
  const none = breached({ text: 'rule.latest-cut.no-pointer', resource });
  const lists = behaviors.map(pointerStores);
  const shown = lists.some((list) => !isUnresolved(list) && list.length === 0);
  const hole = lists.find(isUnresolved);
  const problems = [
    ...(shown || lists.length === 0 ? [none] : []),
    ...(hole ? [unread(hole, resource)] : []),
  ];
  const stores = new Set(lists.flatMap((list) => (isUnresolved(list) ? [] : list)));
  return { stores: [...stores], problems };
}

/** Whoever may move the pointer has to be alone in it; whoever is told to must publish where the edge reads. */
function judgeStore(store: string, distribution: DistributionFact, workers: readonly WorkerFact[]): Finding {
  const able = workers.map((worker) => ({ worker, allowed: allows(worker, WRITES, store) }));
  const unsure = able.flatMap(({ worker: { resource }, allowed }) =>
    isUnresolved(allowed) ? [unread(allowed, resource)] : [],
  );
  const writers = able.filter(({ allowed }) => allowed === true).map(({ worker }) => worker);
  const told = writers.filter(({ keyValueStores }) => keyValueStores.includes(store));
  const none = told.length > 0 ? [] : [unless(unsure, noWriter(store, writers))];
  return unless(
    [
      ...none,
      ...unsure,
      ...writers.flatMap(judgeAlone),
      ...told.flatMap((one) => judgeBucket(one, distribution)),
    ],
    met(
      ...told.map(({ resource }) => ({ text: 'rule.latest-cut.met', params: { store }, resource }) as const),
    ),
  );
}

function noWriter(store: string, writers: readonly WorkerFact[]): Finding {
  const holes = writers.flatMap(({ keyValueStores, resource }) =>
    keyValueStores.filter(isUnresolved).map((hole) => unread(hole, resource)),
  );
  return unless(holes, breached({ text: 'rule.latest-cut.no-writer', resource: store }));
}

function judgeAlone({ reservedConcurrency, resource }: WorkerFact): Finding[] {
  if (isUnresolved(reservedConcurrency)) return [unread(reservedConcurrency, resource)];
  return reservedConcurrency === 1 ? [] : [breached({ text: 'rule.latest-cut.concurrent', resource })];
}

function judgeBucket(worker: WorkerFact, distribution: DistributionFact): Finding[] {
  const { siteBucket, resource } = worker;
  const read = siteBucketOf(distribution);
  const other = breached({ text: 'rule.latest-cut.other-bucket', resource });
  if (read === undefined || siteBucket === undefined) return [other];
  if (isUnresolved(read)) return [unread(read, distribution.resource)];
  if (isUnresolved(siteBucket)) return [unread(siteBucket, resource)];
  if (siteBucket !== read) return [other];
  const writes = allows(worker, ['s3:PutObject'], read);
  if (isUnresolved(writes)) return [unread(writes, resource)];
  return writes ? [] : [breached({ text: 'rule.latest-cut.no-put', resource })];
}
