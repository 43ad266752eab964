import { any, unless, unread } from '../conclude.js';
import { isUnresolved, type BucketFact, type Facts, type WorkerFact } from '../facts.js';
import { allows } from '../grants.js';
import { isHostFolder } from '../live-folder.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachWorker } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Every package that comes is kept, apart from the site, where no later one can replace it. */
export const packageArchive: Rule<NoParams> = {
  id: 'package-archive',
  how: 'rule.package-archive.how',
  reads: ['buckets', 'workers', 'grants', 'distributions', 'containers', 'webServers', 'webServers.files'],
  params: noParams,
  evaluate: (facts) =>
    eachWorker(facts, (worker) =>
      worker.container !== undefined
        ? judgeFolder(worker, facts)
        : any(
            bucketsApart(facts).flatMap((bucket) => judge(bucket, worker)),
            breached({ text: 'rule.package-archive.none', resource: worker.resource }),
          ),
    ),
};

/** A folder of the host, which nobody serves and which the worker alone may write. */
function judgeFolder({ archiveFolder, container, resource }: WorkerFact, facts: Facts): Finding {
  if (archiveFolder === undefined) return breached({ text: 'rule.package-archive.none', resource });
  if (isUnresolved(archiveFolder)) return unread(archiveFolder, resource);
  const params = { folder: archiveFolder };
  const served = facts.webServers.filter(
    ({ root }) => typeof root === 'string' && within(root, archiveFolder),
  );
  const others = facts.containers.filter(({ resource: other, writes }) => {
    return (
      other !== container &&
      writes.some((place) => typeof place === 'string' && overlap(place, archiveFolder))
    );
  });
  return unless(
    [
      ...(isHostFolder(archiveFolder)
        ? []
        : [breached({ text: 'rule.package-archive.not-kept', params, resource })]),
      ...served.map((server) =>
        breached({ text: 'rule.package-archive.served', params, resource: server.resource }),
      ),
      ...others.map((other) =>
        breached({ text: 'rule.package-archive.other-writer', params, resource: other.resource }),
      ),
    ],
    met({ text: 'rule.package-archive.met-folder', params, resource }),
  );
}

function overlap(one: string, other: string): boolean {
  return within(one, other) || within(other, one);
}

function within(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}

function bucketsApart({ buckets, distributions }: Facts): BucketFact[] {
  const served = distributions.flatMap(({ origins }) => origins.map(({ bucket }) => bucket));
  return buckets.filter(({ resource }) => !served.includes(resource));
}

/** Nothing to say of a bucket that the worker does not write to. */
function judge(bucket: BucketFact, worker: WorkerFact): Finding[] {
  const { resource, versioned, retainedOnDelete, expiration, noncurrentExpiration } = bucket;
  const writes = allows(worker, ['s3:PutObject'], resource);
  if (isUnresolved(writes)) return [unread(writes, worker.resource)];
  if (!writes) return [];
  const problems = [
    ...(isUnresolved(versioned) ? [unread(versioned, resource)] : []),
    ...(versioned === false ? [breached({ text: 'rule.package-archive.unversioned', resource })] : []),
    ...(retainedOnDelete ? [] : [breached({ text: 'rule.package-archive.not-retained', resource })]),
    ...[...expiration.map(({ days }) => days), ...noncurrentExpiration].map((days) => {
      if (isUnresolved(days)) return unread(days, resource);
      return breached({ text: 'rule.package-archive.expires', params: { days }, resource });
    }),
  ];
  return [unless(problems, met({ text: 'rule.package-archive.met', resource }))];
}
