import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { ExpectedSite } from '../compliance/index.js';
import type { Plan } from '../config/index.js';

/** What a plan says of the site that a stack of it must make. */
export function expectedSite(plan: Plan, cwd: string): ExpectedSite {
  return {
    ...('frame' in plan ? { officialSite: plan.frame.official } : {}),
    ...('server' in plan ? ofServers(plan.server) : {}),
    ...(plan.target === 'server'
      ? { worker: plan.worker, configuration: configurationOf(resolve(cwd, plan.file)) }
      : {}),
  };
}

function ofServers({
  administrator,
  institute,
  ntpServers,
  trusted,
}: Extract<Plan, { server: unknown }>['server']): ExpectedSite {
  return {
    accounts: [administrator.user, ...(institute === undefined ? [] : [institute.user])],
    ntpServers,
    networks: [...trusted, ...administrator.from],
  };
}

/** Whom to call is of no use to the worker, and does not lie on a server. */
function configurationOf(file: string): unknown {
  const content: unknown = parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== 'contacts'));
}
