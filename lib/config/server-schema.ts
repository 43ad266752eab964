import { z } from 'zod';
import * as formats from './formats.js';
import { hostAddressFault, peerFault, timeServerFault } from './host-address.js';
import { hostFileFault, hostFolderFault, secretFileFault } from './host-path.js';
import { networkFault } from './network.js';
import { checked, email, format, oneOf } from './schema-parts.js';
import { publicKeyFault } from './ssh-public-key.js';
import { urlFault } from './url.js';

/** The national time, which the national metrology centre gives, then what else is near, then what is always there. */
const NTP_SERVERS = [
  'cronos.cenam.mx',
  '0.mx.pool.ntp.org',
  '1.mx.pool.ntp.org',
  'north-america.pool.ntp.org',
  'time.cloudflare.com',
];

const LETS_ENCRYPT = 'https://acme-v02.api.letsencrypt.org/directory';

const port = (usual: number) => z.int().min(1).max(65535).default(usual);
const network = checked(networkFault);
const publicKeys = z.array(checked(publicKeyFault)).max(20);
const user = format(formats.HOST_USER, 'problem.host-user');
const ingestUser = format(formats.HOST_USER, 'problem.ingest-user');

const host = z.strictObject({
  name: format(formats.HOST_NAME, 'problem.host-name'),
  address: checked(hostAddressFault),
  sshPort: port(22),
  hostKeys: publicKeys.default([]),
});

const hostFile = checked(hostFileFault);
const secretFile = checked(secretFileFault);

const tls = oneOf(
  {
    acme: z.strictObject({ email, directory: checked(urlFault).default(LETS_ENCRYPT) }).optional(),
    files: z.strictObject({ certificate: hostFile, key: hostFile }).optional(),
  },
  'problem.tls-choice',
);

const ingest = oneOf(
  {
    rsync: z
      .strictObject({
        module: format(formats.RSYNC_MODULE, 'problem.rsync-module'),
        user: ingestUser,
        secretFile: secretFile.optional(),
        port: port(873),
      })
      .optional(),
    sftp: z.strictObject({ user: ingestUser, keys: publicKeys.min(1), port: port(2222) }).optional(),
  },
  'problem.ingest-choice',
);

const state = z.union([
  z.literal('local'),
  z.strictObject({
    s3: z.strictObject({
      bucket: format(formats.S3_BUCKET, 'problem.s3-bucket'),
      key: format(formats.STATE_KEY, 'problem.state-key').optional(),
      region: format(formats.REGION, 'problem.region'),
    }),
  }),
]);

const image = format(formats.IMAGE, 'problem.image');

/** The difusor's own servers, and how they are set up; every default is the behaviour of an absent key. */
export const serverSchema = z.strictObject({
  hosts: z.array(host).min(1).max(10),
  docker: z.enum(['ssh', 'local']).default('ssh'),
  ubuntu: z.enum(['22.04', '24.04']).default('22.04'),
  otherSystem: z.boolean().default(false),
  prepareHost: z.boolean().optional(),
  folder: checked(hostFolderFault).default('/srv/prep'),
  trusted: z.array(network).min(1).max(200),
  administrator: z.strictObject({
    user: user.default('difusor'),
    keys: publicKeys.min(1),
    from: z.array(network).max(200).default([]),
  }),
  institute: z.strictObject({ user, keys: publicKeys.min(1) }).optional(),
  ntpServers: z.array(checked(timeServerFault)).min(1).max(10).default(NTP_SERVERS),
  tls,
  ingest: ingest.optional(),
  sourceSecretFile: secretFile.optional(),
  web: z
    .strictObject({
      rateLimit: z
        .strictObject({
          requestsPerSecond: z.int().min(1).max(100_000).default(100),
          burst: z.int().min(1).max(100_000).default(500),
        })
        .prefault({}),
      modSecurity: z.boolean().default(false),
    })
    .prefault({}),
  images: z
    .strictObject({ debian: image.default('debian:trixie-slim'), node: image.default('node:24-trixie-slim') })
    .prefault({}),
  logs: z
    .strictObject({
      // Until the report that counts visits is in, and questions about it are answered.
      days: z.int().min(1).max(3650).default(60),
      ship: z.strictObject({ host: checked(peerFault), port: port(6514) }).optional(),
    })
    .prefault({}),
  state: state.default('local'),
});

/** A valid `server`, with its defaults in place. */
export type ServerConfig = z.output<typeof serverSchema>;
