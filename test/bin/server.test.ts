import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMessages } from '../../lib/messages/index.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const SERVER = join(__dirname, '../../dist/bin/server.js');
/** Secrets as a careless person may have them around; they must reach nothing that is written or printed. */
const CANARY = 'canary-7d1f0c5b';
const folder = useTemporaryDirectory();

function example(name: string): string {
  return join(__dirname, '../../examples', name, 'difusor.yaml');
}

function run(env: Readonly<Record<string, string>>): SpawnSyncReturns<string> {
  const canaries = { DIFUSOR_SECRET: CANARY, TF_VAR_password: CANARY, AWS_SECRET_ACCESS_KEY: CANARY };
  const environment = { PATH: process.env.PATH, HOME: folder(), ...canaries, ...env };
  return spawnSync(process.execPath, [SERVER], { cwd: folder(), env: environment, encoding: 'utf8' });
}

it('stops with code and remedy where no configuration is there', () => {
  const { status, stderr } = run({ DIFUSOR: 'elsewhere.yaml' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('CONFIG_NOT_FOUND');
  expect(readdirSync(folder())).toEqual([]);
});

it('stops where the configuration describes no server', () => {
  const { status, stderr } = run({ DIFUSOR: example('bcs') });
  expect(status).not.toBe(0);
  expect(stderr).toContain('PLAN_TARGET');
});

it('speaks the language that DIFUSOR_LANG asks for, in its own words and in the files of a host', () => {
  expect(run({ DIFUSOR: 'elsewhere.yaml', DIFUSOR_LANG: 'en' }).stderr).toContain('was not found');
  const userData = (lang: string) => {
    expect(run({ DIFUSOR: example('veracruz'), DIFUSOR_LANG: lang }).status).toBe(0);
    const stacks = join(folder(), 'cdktf.out/stacks');
    return readFileSync(join(stacks, readdirSync(stacks)[0] ?? '', 'user-data.yaml'), 'utf8');
  };
  expect(userData('es')).toContain(createMessages('es').text('host.watch.silent'));
  expect(userData('en')).toContain(createMessages('en').text('host.watch.silent'));
});

it('writes a stack for each host without the cdktf CLI, and nothing of its surroundings', () => {
  const { status, stdout, stderr } = run({ DIFUSOR: example('veracruz') });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  const stacks = join(folder(), 'cdktf.out/stacks');
  const [stack = ''] = readdirSync(stacks);
  expect(readdirSync(join(stacks, stack)).sort()).toEqual([
    'assets',
    'cdk.tf.json',
    'known_hosts',
    'user-data.yaml',
  ]);
  const files = readdirSync(stacks, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(files.length).toBeGreaterThan(5);
  expect(files.join('\n')).not.toContain(CANARY);
  expect(files.join('\n')).not.toContain(folder());
});
