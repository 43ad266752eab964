import { loadCall } from '../../lib/config/load-call.js';
import {
  hostedPlan,
  type HostedPlan,
  type ServerFramePlan,
  type ServerPlan,
} from '../../lib/config/index.js';
import { resolvePlan } from '../../lib/config/resolve.js';
import { validate } from '../../lib/config/validate.js';

/** Public keys of nobody's: their private halves were never kept. */
export const ADMINISTRATOR_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH41YlRFVb7lRrkEQeUeDdVLrJmUTb0NTHmp6Kh4x1aw guardia@example.org';
export const INSTITUTE_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFgk8LMDZukdWG5ffIfjSwsh2Y7n7G6BdOXid51pxu9c instituto@example.net';
export const HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJZjDmfBrZgmIfiMFIon3p3kmktxGJDV7hS/YSuOFYeK';

const SERVER = {
  hosts: [{ name: 'uno', address: '198.51.100.10', hostKeys: [HOST_KEY] }],
  trusted: ['203.0.113.0/28', '2001:db8:5::/64'],
  administrator: { keys: [ADMINISTRATOR_KEY], from: ['192.0.2.7'] },
  tls: { acme: { email: 'guardia@example.org' } },
};

/** The content of a difusor.yaml for Veracruz: one server, rsync. */
export const VERACRUZ = {
  convocatoria: 'veracruz-2024',
  institution: { name: 'Universidad de Ejemplo' },
  domain: 'prep.example.org',
  server: {
    ...SERVER,
    institute: { user: 'instituto', keys: [INSTITUTE_KEY] },
    ingest: { rsync: { module: 'prep', user: 'ople' } },
  },
};

/** The same for Chiapas, method 1: one server, sftp. */
export const CHIAPAS = {
  ...VERACRUZ,
  convocatoria: 'chiapas-2024',
  server: { ...SERVER, ingest: { sftp: { user: 'iepc', keys: [INSTITUTE_KEY] } } },
  cadenceMinutes: 15,
  takeDownMinutes: 45,
};

/** The same for Chiapas, method 2: one server with a page that frames the official site. */
export const CHIAPAS_FRAME = {
  ...VERACRUZ,
  convocatoria: 'chiapas-2024',
  server: SERVER,
  frame: { official: 'https://prep.example.net/', title: 'PREP Chiapas 2024' },
};

/** The plan of a difusor.yaml with this content, which must be right. */
export function planOf(content: object): HostedPlan {
  const { config, convocatoria, faults } = validate(content, (id) => loadCall(id, '/'));
  if (config === undefined || convocatoria === undefined || faults.length > 0)
    throw new Error(`not a right difusor.yaml: ${JSON.stringify(faults)}`);
  return hostedPlan(resolvePlan(config, { file: 'difusor.yaml', folder: '/', convocatoria }));
}

/** Veracruz: one server, rsync. */
export function serverPlan(overrides: Partial<ServerPlan> = {}): ServerPlan {
  return { ...publishing(VERACRUZ), ...overrides };
}

/** Chiapas, method 1: one server, sftp. */
export function sftpPlan(overrides: Partial<ServerPlan> = {}): ServerPlan {
  return { ...publishing(CHIAPAS), ...overrides };
}

/** Chiapas, method 2: one server with a page that frames the official site. */
export function framePlan(overrides: Partial<ServerFramePlan> = {}): ServerFramePlan {
  const plan = planOf(CHIAPAS_FRAME);
  if (plan.target !== 'server-frame') throw new Error(plan.target);
  return { ...plan, ...overrides };
}

function publishing(content: object): ServerPlan {
  const plan = planOf(content);
  if (plan.target !== 'server') throw new Error(plan.target);
  return plan;
}
