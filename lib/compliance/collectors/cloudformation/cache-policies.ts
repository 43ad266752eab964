import type { BehaviorFact, Fact, TtlFact } from '../../facts.js';
import type { Assembly } from './assembly.js';
import { ownOrUnresolved } from './origins.js';
import type { TemplateValue } from './template-value.js';

const DAY = 86_400;
const YEAR = 31_536_000;

/**
 * Cache policies that AWS manages, by id: CachingDisabled, CachingOptimized, CachingOptimizedForUncompressedObjects,
 * UseOriginCacheControlHeaders (without and with query strings), Amplify, Elemental-MediaPackage. In seconds.
 */
const MANAGED: Readonly<Record<string, TtlFact>> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { min: 0, default: 0, max: 0 },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { min: 1, default: DAY, max: YEAR },
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': { min: 1, default: DAY, max: YEAR },
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': { min: 0, default: 0, max: YEAR },
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': { min: 0, default: 0, max: YEAR },
  '2e54312d-136d-493c-8eb9-b001f22f67d2': { min: 2, default: 2, max: 600 },
  '08627262-05a9-4f76-9ded-b50ca2e3a84f': { min: 0, default: DAY, max: YEAR },
};

/** How long the edge keeps what a behavior serves: by its cache policy, else by its own old-style settings. */
export function readTtl(behavior: TemplateValue, assembly: Assembly): BehaviorFact['ttl'] {
  const reference = behavior.get('CachePolicyId').reference();
  if (reference === undefined) return ttlIn(behavior);
  const policy = assembly.find(reference, 'AWS::CloudFront::CachePolicy');
  if (policy !== undefined) return ttlIn(policy.properties.get('CachePolicyConfig'));
  const managed = typeof reference === 'string' ? MANAGED[reference] : undefined;
  if (managed !== undefined) return managed;
  const named = ownOrUnresolved(reference, assembly);
  return typeof named === 'object' ? named : undefined;
}

/** CloudFront's defaults fill what is not written. */
function ttlIn(settings: TemplateValue): Fact<TtlFact> {
  const min = settings.get('MinTTL').number() ?? 0;
  const normal = settings.get('DefaultTTL').number() ?? DAY;
  const max = settings.get('MaxTTL').number() ?? YEAR;
  if (typeof min === 'object') return min;
  if (typeof normal === 'object') return normal;
  return typeof max === 'object' ? max : { min, default: normal, max };
}
