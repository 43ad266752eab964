import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './example-config.js';

/** Version of the docker provider that the bindings were made from. */
const PROVIDER_VERSION = '3.6.2';
const STAND_IN = join(ROOT, 'test/e2e/terraform-provider-stand-in/provider.mjs');

export interface TerraformResult {
  readonly code: number;
  /** What it printed, both streams. */
  readonly output: string;
}

/** The real Terraform with the stand-in of the docker provider. */
export interface Terraform {
  /** Runs in a stack's folder; `-no-color` and `-input=false` are added where the command takes them. */
  run(folder: string, ...args: string[]): Promise<TerraformResult>;
}

/**
 * @param folder an empty one, for the mirror in which Terraform finds the stand-in, and for its HOME
 * @param env variables beside PATH, e.g. `DOCKER_HOST`
 */
export function terraformIn(folder: string, env: Readonly<Record<string, string>> = {}): Terraform {
  const configuration = writeMirror(folder);
  const home = join(folder, 'home');
  mkdirSync(home);
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    TF_CLI_CONFIG_FILE: configuration,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    ...env,
  };
  return { run: (cwd, ...args) => run(cwd, args, environment) };
}

function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<TerraformResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', [...args, '-no-color'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** A filesystem mirror with one program that starts the stand-in, and the configuration that names the mirror. */
function writeMirror(folder: string): string {
  const mirror = join(folder, 'mirror');
  const program = join(
    mirror,
    `registry.terraform.io/kreuzwerker/docker/${PROVIDER_VERSION}/${platform()}`,
    `terraform-provider-docker_v${PROVIDER_VERSION}`,
  );
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${STAND_IN}'\n`);
  chmodSync(program, 0o755);
  const configuration = join(folder, 'terraform.tfrc');
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
  );
  return configuration;
}

function platform(): string {
  const architecture = { x64: 'amd64', arm64: 'arm64' }[process.arch as 'x64' | 'arm64'];
  return `${process.platform}_${architecture}`;
}
