// The web container of a plan, the same with the application firewall, and nginx written by hand in two ways.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bareNginxConf } from './bare-nginx.mjs';
import { makeFolders, start, untilAnswers } from './container.mjs';
import { ask } from './ask.mjs';
import { PATH, publishSite } from './site.mjs';
import { benchPlan } from './plan.mjs';

const require = createRequire(import.meta.url);
const { webService } = require('../../dist/constructs/server/web/web-service.js');

const BARE = ['nginx', '-e', 'stderr', '-g', 'daemon off;', '-c', '/etc/prep/nginx.conf'];

/** Ours, the same with the application firewall, nginx with the call's duties by hand, and nginx that serves a folder. */
const KINDS = {
  difusor: { modSecurity: false },
  ModSecurity: { modSecurity: true },
  'nginx alike': { modSecurity: false, bare: { duties: true } },
  'nginx bare': { modSecurity: false, bare: { duties: false } },
};

/** Starts all, each in a container of its own with the same files; `host` and `port` are where it answers. */
export async function startContenders({ scratch, engine, base, publicKey }) {
  const started = [];
  for (const [index, [title, { modSecurity, bare }]] of Object.entries(KINDS).entries()) {
    const folder = join(scratch, `host-${index}`);
    mkdirSync(folder);
    const plan = benchPlan(folder, { modSecurity, readers: engine.readers, publicKey });
    makeFolders(plan);
    publishSite(plan.server.folder);
    const ours = webService(plan);
    const container = start(bare ? bareService(ours, plan.server.folder, bare) : ours, {
      name: `difusor-bench-${process.pid}-web-${index}`,
      base,
      entrypoint: bare ? BARE : undefined,
    });
    const contender = { title, plan, container, host: engine.address, port: container.port(443) };
    started.push(contender);
    await untilAnswers(container, async () => (await ask(contender, PATH)).status === 200);
  }
  return started;
}

/** Our service with its files in place of ours. */
function bareService(ours, folder, bare) {
  const etc = `${folder}/etc/web`;
  const pair = ['key', 'certificate'].map((name) => join(folder, `${name}.pem`));
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=bench'];
  execFileSync('openssl', ['req', '-x509', ...made, '-keyout', pair[0], '-out', pair[1]], {
    stdio: 'ignore',
  });
  const put = (name, content) => ({ path: `${etc}/${name}`, mode: '0644', owner: '0:0', content });
  return {
    ...ours,
    files: [
      put('nginx.conf', bareNginxConf({ ...bare, root: '/site/live', log: '/srv/logs' })),
      ...['key.pem', 'certificate.pem'].map((name) => put(name, readFileSync(join(folder, name), 'utf8'))),
    ],
  };
}
