// The README's first command: the whole path of a difusor on one machine, on the compiled toolkit.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const {
  createMessages,
  createSyncLog,
  createSyncWorker,
  DirectoryArchiveStore,
  FileSource,
  loadPlan,
  openDirectorySiteStore,
} = require(join(root, 'dist/lib/index.js'));
const { renderOutcome, renderProgress } = require(join(root, 'dist/lib/sync/index.js'));
const { runCdk, startCloudFormationStandIn } = require(join(root, 'dist/lib/testing/index.js'));

const EXAMPLE = 'examples/bcs/difusor.yaml';
/** The sample cuts and the clock of the night on which the example plays: twenty past eight, two cuts in. */
const CUTS = [
  { name: '20270606_2000_PREP_BCS.zip', now: new Date('2027-06-06T20:02:00-07:00') },
  { name: '20270606_2020_PREP_BCS.zip', now: new Date('2027-06-06T20:22:00-07:00') },
];
const messages = createMessages(process.env.DIFUSOR_LANG === 'en' ? 'en' : 'es');
const say = (text = '') => process.stdout.write(`${text}\n`);
const title = (id, params) => say(`\n== ${messages.text(id, params)}\n`);

const folder = join(root, '.difusor', 'demo');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

check();
await deploy();
await publish();
next();

function check() {
  title('demo.check', { example: EXAMPLE });
  const args = [join(root, 'dist/bin/difusor.js'), 'check', '--config', EXAMPLE, '--lang', messages.locale];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function deploy() {
  title('demo.deploy');
  const home = mkdtempSync(join(tmpdir(), 'difusor-demo-'));
  const standIn = await startCloudFormationStandIn({ clock: () => new Date('2027-05-01T00:00:00Z') });
  const cdk = async (...args) => {
    const output = ['-c', `difusor=${EXAMPLE}`, '--output', join(folder, 'cdk.out')];
    const result = await runCdk([...args, ...output], { endpoint: standIn.url, cwd: root, home });
    if (result.code === 0) return;
    process.stderr.write(result.stdout + result.stderr);
    process.exit(1);
  };
  try {
    await cdk('bootstrap', `aws://${standIn.account}/us-east-1`);
    await cdk('deploy', '--require-approval', 'never');
    const [stack] = standIn.stacks().filter(({ name }) => name !== 'CDKToolkit');
    say(messages.text('demo.deployed', { name: stack.name, count: Object.keys(stack.resources).length }));
    for (const [name, value] of Object.entries(stack.outputs)) say(`  ${name.padEnd(20)}${value}`);
  } finally {
    await standIn.close();
    rmSync(home, { recursive: true });
  }
}

async function publish() {
  title('demo.publish', { night: '2027-06-06' });
  const plan = loadPlan(EXAMPLE, { cwd: root });
  const site = join(folder, 'sitio');
  const store = await openDirectorySiteStore(site);
  for (const { name, now } of CUTS) {
    const worker = createSyncWorker({
      settings: plan.worker,
      site: plan.name,
      source: new FileSource({
        path: join(root, 'examples/bcs/paquetes', name),
        maxBytes: plan.worker.package.maxBytes,
      }),
      store,
      archive: new DirectoryArchiveStore(join(folder, 'paquetes')),
      clock: () => now,
      log: createSyncLog({ write: () => undefined }),
      emitMetrics: () => undefined,
      progress: (step) => say(`  ${renderProgress(step, messages)}`),
      workDirectory: join(site, 'scratch'),
    });
    const outcome = await worker.runOnce();
    for (const line of renderOutcome(outcome, messages)) say(line);
    if (outcome.kind !== 'published') process.exit(1);
  }
  say(`\n  ${relative(root, join(site, 'live', 'json', 'main.json'))}`);
  say(`  ${readFileSync(join(site, 'live', 'json', 'main.json'), 'utf8')}`);
}

function next() {
  title('demo.next');
  say(messages.text('demo.next.steps'));
}
