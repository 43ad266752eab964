import type { AccessLogFact, Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { bucketOf } from './buckets.js';
import type { TemplateValue } from './template-value.js';

/** Deliveries of a distribution's access logs: the old kind, set in the distribution, and CloudWatch's deliveries. */
export function collectAccessLogs(distribution: Resource, assembly: Assembly): AccessLogFact[] {
  const legacy = distribution.properties.get('DistributionConfig', 'Logging', 'Bucket');
  const old = legacy.isAbsent ? [] : [logTo(distribution.id, legacy, assembly)];
  return [...old.flat(), ...delivered(distribution.id, 'ACCESS_LOGS', assembly)];
}

/** What CloudWatch delivers of one resource's logs, and where to. */
export function delivered(resource: string, logType: string, assembly: Assembly): AccessLogFact[] {
  const sources = assembly.ofType('AWS::Logs::DeliverySource').filter(({ properties }) => {
    return (
      properties.get('ResourceArn').reference() === resource && properties.get('LogType').text() === logType
    );
  });
  return assembly
    .ofType('AWS::Logs::Delivery')
    .filter(({ properties }) => sources.some((source) => names(properties.get('DeliverySourceName'), source)))
    .flatMap((delivery) => {
      const destination = destinationOf(delivery, assembly);
      return destination === undefined ? [] : logTo(delivery.id, destination, assembly);
    });
}

/** A name given by reference, or written out twice. */
function names(value: TemplateValue, resource: Resource): boolean {
  const reference = value.reference();
  return (
    reference === resource.id ||
    (reference !== undefined && reference === resource.properties.get('Name').text())
  );
}

function destinationOf(delivery: Resource, assembly: Assembly): TemplateValue | undefined {
  const reference = delivery.properties.get('DeliveryDestinationArn').reference();
  const destination = assembly.find(reference, 'AWS::Logs::DeliveryDestination');
  return destination?.properties.get('DestinationResourceArn');
}

function logTo(resource: string, target: TemplateValue, assembly: Assembly): AccessLogFact[] {
  const destination = bucketOf(target, assembly);
  if (destination === undefined) return [];
  const group = assembly.find(destination, 'AWS::Logs::LogGroup');
  const bucket = assembly.find(destination, 'AWS::S3::Bucket');
  if (group === undefined && bucket === undefined) {
    const missing = typeof destination === 'string' && assembly.owns(destination);
    return missing ? [] : [{ resource, destination, retentionDays: { unresolved: target.pattern() } }];
  }
  const retentionDays = group?.properties.get('RetentionInDays').number() ?? (bucket && shortestLife(bucket));
  return [{ resource, destination, retentionDays }];
}

/** Any rule may apply to the logs but one that names a tag; logs have none. */
function shortestLife({ properties }: Resource): Fact<number> | undefined {
  const days = properties
    .get('LifecycleConfiguration', 'Rules')
    .items()
    .filter((rule) => rule.get('Status').text() !== 'Disabled' && rule.get('TagFilters').isAbsent)
    .flatMap((rule) => {
      const dated = rule.get('ExpirationDate');
      const own = dated.isAbsent ? rule.get('ExpirationInDays').number() : { unresolved: dated.pattern() };
      return own === undefined ? [] : [own];
    });
  const unread = days.find((value) => typeof value === 'object');
  const known = days.filter((value) => typeof value === 'number');
  return unread ?? (known.length === 0 ? undefined : Math.min(...known));
}
