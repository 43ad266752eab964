import type { AwsFramePlan } from '../../lib/config/index.js';
import { EDGE_REGION } from '../../lib/edge-region.js';
import { framePlan } from './server-plan.js';

/** Chiapas, method 2, on CloudFront. */
export function awsFramePlan(overrides: Partial<AwsFramePlan> = {}): AwsFramePlan {
  const base = framePlan();
  return {
    name: base.name,
    file: base.file,
    convocatoria: base.convocatoria,
    overriddenDates: [],
    delivery: 'frame',
    institution: base.institution,
    alarms: {},
    contacts: [],
    waivers: [],
    tags: {},
    frame: base.frame,
    target: 'aws-frame',
    site: {
      ...base.site,
      certificate: { kind: 'dns', hostedZoneId: 'Z0123456789ABCDEFGHIJ', zoneName: 'example.org' },
      region: EDGE_REGION,
      edgeCache: 'revalidate',
    },
    firewall: {
      rateLimit: { requestsPer5Minutes: 20_000, action: 'count' },
      anonymousIp: false,
      antiDdos: false,
    },
    shield: { tier: 'standard' },
    ...overrides,
  };
}
