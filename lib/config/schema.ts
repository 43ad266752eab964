import { z } from 'zod';
import { EDGE_REGION } from '../edge-region.js';
import { dateOverridesSchema } from '../convocatorias/index.js';
import { MINIMUM_RETENTION_HOURS, MOST_PREFIX_LETTERS, MOST_PREFIXES } from '../worker-settings.js';
import type { FaultId } from './fault.js';
import * as formats from './formats.js';
import { secretFileFault } from './host-path.js';
import { packageSchema } from './package-schema.js';
import { checked, email, format, line, oneOf, sentence } from './schema-parts.js';
import { serverSchema } from './server-schema.js';
import { sourceSchema } from './source-schema.js';
import { publicUrlFault, urlFault } from './url.js';

/** Price of AWS Shield Advanced, in USD a month, with a commitment of one year. */
export const SHIELD_ADVANCED_USD = 3000;

/** Ten years. */
const MOST_RETENTION_HOURS = 87_600;

/** Minutes between which a period may lie that a call leaves open. */
export const PERIOD_MINUTES = { cadenceMinutes: [1, 120], takeDownMinutes: [1, 1440] } as const;

const minutes = (name: keyof typeof PERIOD_MINUTES) =>
  z.int().min(PERIOD_MINUTES[name][0]).max(PERIOD_MINUTES[name][1]);

const retentionHours = z
  .int()
  .min(MINIMUM_RETENTION_HOURS, 'problem.retention-too-short' satisfies FaultId)
  .max(MOST_RETENTION_HOURS);

const dnsName = format(formats.DNS_NAME, 'problem.dns-name');

const certificate = oneOf(
  {
    arn: format(formats.CERTIFICATE_ARN, 'problem.certificate-arn').optional(),
    hostedZone: z
      .strictObject({ id: format(formats.HOSTED_ZONE_ID, 'problem.hosted-zone-id'), name: dnsName })
      .optional(),
  },
  'problem.certificate-choice',
);

const contact = z.strictObject({
  name: line(120),
  role: line(120),
  email,
  phone: z
    .string('problem.phone' satisfies FaultId)
    .regex(formats.PHONE, 'problem.phone' satisfies FaultId)
    .optional(),
});

const waf = z.strictObject({
  rateLimit: z
    .strictObject({
      requestsPer5Minutes: z.int().min(10).max(2_000_000_000).default(20_000),
      action: z.enum(['count', 'block']).default('count'),
    })
    .prefault({}),
  anonymousIp: z.boolean().default(false),
  antiDdos: z.boolean().default(false),
});

const shieldPrice = z.number('problem.shield-price' satisfies FaultId);
const shield = z.discriminatedUnion('tier', [
  z.strictObject({ tier: z.literal('standard') }),
  z.strictObject({
    tier: z.literal('advanced'),
    acceptsMonthlyPriceUsd: shieldPrice
      .min(SHIELD_ADVANCED_USD, 'problem.shield-price' satisfies FaultId)
      .max(1_000_000),
  }),
]);

const waiver = z.strictObject({
  clause: line(20),
  reason: sentence(1000),
  owner: line(120),
  expires: z.iso.date(),
});

/** The content of `difusor.yaml`; every default is the behaviour of an absent key. */
export const difusorSchema = z.strictObject({
  convocatoria: format(formats.CONVOCATORIA_REF, 'problem.convocatoria-ref'),
  name: format(formats.NAME, 'problem.name').optional(),
  institution: z.strictObject({ name: line(200), url: checked(urlFault).optional() }),
  domain: dnsName,
  certificate: certificate.optional(),
  region: format(formats.REGION, 'problem.region').default(EDGE_REGION),
  account: z
    .string('problem.account' satisfies FaultId)
    .regex(formats.ACCOUNT, 'problem.account' satisfies FaultId)
    .optional(),
  source: sourceSchema.optional(),
  frame: z.strictObject({ official: checked(urlFault), title: line(200).optional() }).optional(),
  server: serverSchema.optional(),
  package: packageSchema.prefault({}),
  stable: z
    .array(format(formats.STABLE_PREFIX, 'problem.stable-prefix').max(MOST_PREFIX_LETTERS))
    .max(MOST_PREFIXES)
    .default([]),
  retention: z.strictObject({ hours: retentionHours }).optional(),
  publicUrl: checked(publicUrlFault).optional(),
  contacts: z.array(contact).max(20).default([]),
  alarms: z
    .strictObject({ email: email.optional(), webhookFile: checked(secretFileFault).optional() })
    .default({}),
  edgeCache: z.enum(['revalidate', 'per-cut']).default('revalidate'),
  waf: waf.prefault({}),
  shield: shield.default({ tier: 'standard' }),
  network: z.strictObject({ natPerZone: z.boolean().default(false) }).prefault({}),
  archive: z.strictObject({ objectLockDays: z.int().min(1).max(3650).optional() }).default({}),
  embedding: z
    .strictObject({
      frameAncestors: z
        .array(format(formats.FRAME_ANCESTOR, 'problem.frame-ancestor'))
        .min(1)
        .max(20)
        .default(["'self'"]),
    })
    .prefault({}),
  tags: z
    .record(format(formats.TAG_KEY, 'problem.tag-key'), format(formats.TAG_VALUE, 'problem.tag-value'))
    .default({}),
  waivers: z.array(waiver).max(100).default([]),
  dates: dateOverridesSchema.optional(),
  cadenceMinutes: minutes('cadenceMinutes').optional(),
  takeDownMinutes: minutes('takeDownMinutes').optional(),
});

/** A valid `difusor.yaml`, with its defaults in place. */
export type DifusorConfig = z.output<typeof difusorSchema>;
