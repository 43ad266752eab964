import type { es } from '../es/index.js';
import { aws } from './aws.js';
import { cli } from './cli.js';
import { config } from './config.js';
import { convocatorias } from './convocatorias.js';
import { demo } from './demo.js';
import { errors } from './errors.js';
import { host } from './host.js';
import { live } from './live.js';
import { operations } from './operations.js';
import { journal } from './journal.js';
import { report } from './report.js';
import { rules } from './rules.js';
import { schema } from './schema.js';
import { server } from './server.js';
import { serverConfig } from './server-config.js';
import { serverRules } from './server-rules.js';
import { sync } from './sync.js';

/** Every sentence in English, one for each Spanish one. */
export const en = {
  ...aws,
  ...cli,
  ...config,
  ...convocatorias,
  ...demo,
  ...errors,
  ...host,
  ...live,
  ...operations,
  ...journal,
  ...report,
  ...rules,
  ...schema,
  ...server,
  ...serverConfig,
  ...serverRules,
  ...sync,
} as const satisfies Record<keyof typeof es, string>;
