import type { ShieldFact } from '../../facts.js';
import type { Assembly } from './assembly.js';
import { declared } from './distributions.js';

/** The tier that each distribution states in its metadata, and Shield Advanced's protections. */
export function collectShield(assembly: Assembly): ShieldFact {
  return {
    stated: assembly.ofType('AWS::CloudFront::Distribution').flatMap((distribution) => {
      const tier = declared(distribution, 'difusor:shield');
      return tier === undefined ? [] : [{ resource: distribution.id, tier }];
    }),
    protections: assembly.ofType('AWS::Shield::Protection').map(({ id, properties }) => ({
      resource: id,
      protects: properties.get('ResourceArn').reference() ?? { unresolved: 'ResourceArn' },
    })),
  };
}
