import { workerSettingsSchema, type WorkerSettings } from '../../../worker-settings.js';
import type { Fact, WorkerFact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { readEgress } from './egress.js';
import { readGrants } from './grants.js';
import { targetOf } from './schedules.js';
import type { TemplateValue } from './template-value.js';

const SETTINGS = 'DIFUSOR_SETTINGS';

/** Functions that keep the copy current: those with the toolkit's settings; failing them, what a schedule starts. */
export function collectWorkers(assembly: Assembly): WorkerFact[] {
  const functions = assembly.ofType('AWS::Lambda::Function');
  const ours = functions.filter((candidate) => !environmentOf(candidate).get(SETTINGS).isAbsent);
  const scheduled = new Set(
    assembly.ofType('AWS::Scheduler::Schedule').map((item) => targetOf(item, assembly)),
  );
  const workers = ours.length > 0 ? ours : functions.filter(({ id }) => scheduled.has(id));
  return workers.map((worker) => ({
    resource: worker.id,
    settings: readSettings(environmentOf(worker).get(SETTINGS)),
    egress: readEgress(worker, assembly),
    reservedConcurrency: worker.properties.get('ReservedConcurrentExecutions').number(),
    secrets: pointedTo(worker, 'AWS::SecretsManager::Secret', /^SECRET_(?:ARN|NAME|ID)$/, assembly),
    siteBucket: siteBucketOf(worker, assembly),
    keyValueStores: pointedTo(worker, 'AWS::CloudFront::KeyValueStore', /^KEY_VALUE_STORE_ARN$/, assembly),
    grants: readGrants(worker, assembly),
  }));
}

function siteBucketOf(worker: Resource, assembly: Assembly): Fact<string> | undefined {
  const variable = environmentOf(worker).get('SITE_BUCKET');
  const name = variable.reference();
  const named = assembly.ofType('AWS::S3::Bucket').find(({ properties }) => {
    return name !== undefined && properties.get('BucketName').text() === name;
  });
  return named?.id ?? name;
}

function environmentOf(worker: Resource): TemplateValue {
  return worker.properties.get('Environment', 'Variables');
}

function readSettings(variable: TemplateValue): Fact<WorkerSettings> | undefined {
  const text = variable.text();
  if (typeof text !== 'string') return text;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { unresolved: `${SETTINGS}: JSON` };
  }
  const parsed = workerSettingsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.'));
  return { unresolved: `${SETTINGS}: ${places.join(', ')}` };
}

/** What the worker's variables point to: any that leads to the type, and those whose name says so. */
function pointedTo(worker: Resource, type: string, name: RegExp, assembly: Assembly): Fact<string>[] {
  return environmentOf(worker)
    .entries()
    .flatMap(([key, variable]) => {
      if (key === SETTINGS) return [];
      const reference = variable.reference();
      if (reference === undefined) return [];
      return name.test(key) || assembly.find(reference, type) ? [reference] : [];
    });
}
