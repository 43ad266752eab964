import { z } from 'zod';
import * as formats from './formats.js';
import { inboxPathFault } from './inbox-path.js';
import { remotePathFault, rsyncModulePathFault } from './remote-path.js';
import { checked, format } from './schema-parts.js';
import { sourceHostFault } from './source-host.js';
import { sourcePathFault } from './source-path.js';

/** Keys that one host can have in use: one of each kind, and those that will follow them. */
const MOST_HOST_KEYS = 10;

const host = checked(sourceHostFault);
const port = (usual: number) => z.int().min(1).max(65535).default(usual);
const secretName = format(formats.SECRET_NAME, 'problem.secret-name').optional();
const username = format(formats.SSH_USER, 'problem.ssh-user');
const hostKeys = z.array(format(formats.HOST_KEY, 'problem.host-key')).min(1).max(MOST_HOST_KEYS);

const https = z.strictObject({
  kind: z.literal('https'),
  host,
  port: port(443),
  path: checked(sourcePathFault),
  auth: z.enum(['none', 'basic', 'bearer', 'certificate']),
  secretName,
});

const s3 = z.strictObject({
  kind: z.literal('s3'),
  bucket: format(formats.S3_BUCKET, 'problem.s3-bucket'),
  region: format(formats.REGION, 'problem.region'),
  key: format(formats.S3_KEY, 'problem.s3-key'),
  auth: z.enum(['keys', 'role']),
  secretName,
});

const sftp = z.strictObject({
  kind: z.literal('sftp'),
  host,
  port: port(22),
  path: checked(remotePathFault),
  username,
  hostKeys,
  secretName,
});

const rsync = z.discriminatedUnion('via', [
  z.strictObject({
    kind: z.literal('rsync'),
    via: z.literal('ssh'),
    host,
    port: port(22),
    path: checked(remotePathFault),
    username,
    hostKeys,
    secretName,
  }),
  z.strictObject({
    kind: z.literal('rsync'),
    via: z.literal('daemon'),
    host,
    port: port(873),
    path: checked(rsyncModulePathFault),
    username: username.optional(),
    secretName,
  }),
]);

const inbox = z.strictObject({
  kind: z.literal('inbox'),
  path: checked(inboxPathFault).optional(),
  form: z.enum(['archive', 'tree']).default('archive'),
  complete: z.union([
    z.literal('rename'),
    z.strictObject({ marker: format(formats.MARKER, 'problem.marker') }),
    z.strictObject({ quietSeconds: z.int().min(1).max(3600) }),
  ]),
});

/** Where the institute's packages come from, by `kind`. */
export const sourceSchema = z.discriminatedUnion('kind', [https, s3, sftp, rsync, inbox]);

export type SourceConfig = z.output<typeof sourceSchema>;
export type InboxConfig = z.output<typeof inbox>;
