import { z } from 'zod';
import { EDGE_REGION } from '../edge-region.js';
import { dateOverridesSchema } from '../convocatorias/index.js';
import { describe } from './describe.js';
import type { FaultId, ValueFault } from './fault.js';
import * as formats from './formats.js';
import { sourceHostFault } from './source-host.js';
import { sourcePathFault } from './source-path.js';
import { urlFault } from './url.js';

/** Price of AWS Shield Advanced, in USD a month, with a commitment of one year. */
export const SHIELD_ADVANCED_USD = 3000;

/** Minutes between which a period may lie that a call leaves open. */
export const PERIOD_MINUTES = { cadenceMinutes: [1, 120], takeDownMinutes: [1, 1440] } as const;

/** A text of one form; the fault's id travels as zod's message. */
const format = (pattern: RegExp, id: FaultId) => z.string().regex(pattern, id);

/** Names the fault of a wrong form only: a missing key or another type keeps its general text. */
function onFormat(id: FaultId) {
  return { error: (issue: { code?: string }) => (issue.code === 'invalid_format' ? id : undefined) };
}

/** A text held to a check that says itself what is wrong. */
const checked = (fault: (value: string) => ValueFault | undefined) =>
  z.string().superRefine((value, context) => {
    const found = fault(value);
    if (found !== undefined) context.addIssue({ code: 'custom', message: found.id, params: found.params });
  });

const line = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(formats.PRINTABLE, 'problem.not-printable' satisfies FaultId);

/** A sentence, which YAML may fold over lines. */
const sentence = (maximum: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[ \t\r\n]+/g, ' ').trim())
    .min(1)
    .max(maximum)
    .regex(formats.PRINTABLE, 'problem.not-printable' satisfies FaultId);

const minutes = (name: keyof typeof PERIOD_MINUTES) =>
  z.int().min(PERIOD_MINUTES[name][0]).max(PERIOD_MINUTES[name][1]);

const dnsName = format(formats.DNS_NAME, 'problem.dns-name');
const email = z.email(onFormat('problem.email')).max(254, 'problem.email' satisfies FaultId);

const certificate = z
  .strictObject({
    arn: format(formats.CERTIFICATE_ARN, 'problem.certificate-arn').optional(),
    hostedZone: z
      .strictObject({ id: format(formats.HOSTED_ZONE_ID, 'problem.hosted-zone-id'), name: dnsName })
      .optional(),
  })
  .superRefine(({ arn, hostedZone }, context) => {
    if ((arn === undefined) !== (hostedZone === undefined)) return;
    const got = describe(arn === undefined ? {} : 'arn, hostedZone');
    context.addIssue({
      code: 'custom',
      message: 'problem.certificate-choice' satisfies FaultId,
      params: { got },
    });
  });

const source = z.strictObject({
  kind: z.literal('https'),
  host: checked(sourceHostFault),
  port: z.int().min(1).max(65535).default(443),
  path: checked(sourcePathFault),
  auth: z.enum(['none', 'basic', 'bearer']),
  secretName: format(formats.SECRET_NAME, 'problem.secret-name').optional(),
  cutTime: z.enum(['archive-name', 'arrival']).default('archive-name'),
  // Both cuts of a real election weigh under 3 MiB; the package reader unpacks at most 2 GiB.
  maxMib: z.int().min(1).max(2048).default(512),
});

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
  certificate,
  region: format(formats.REGION, 'problem.region').default(EDGE_REGION),
  account: z
    .string('problem.account' satisfies FaultId)
    .regex(formats.ACCOUNT, 'problem.account' satisfies FaultId)
    .optional(),
  source,
  contacts: z.array(contact).max(20).default([]),
  alarms: z.strictObject({ email: email.optional() }).default({}),
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
