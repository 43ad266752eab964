import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { missingPackage } from './missing-package.js';

export interface RunCdkOptions {
  /** Where AWS is: the stand-in's `url`. */
  readonly endpoint: string;
  /** Folder in which the CLI runs; it leaves `cdk.out` there. */
  readonly cwd: string;
  /**
   * Command of the app, e.g. `node app.js`.
   * @default what `cdk.json` in `cwd` says
   */
  readonly app?: string;
  /**
   * Home folder of the CLI, which keeps account ids there.
   * @default an empty one, removed afterwards
   */
  readonly home?: string;
  /**
   * Region of the calls that no stack decides.
   * @default us-east-1
   */
  readonly region?: string;
  /**
   * More variables for the CLI and the app.
   * @default none; of the caller's own, only PATH is handed on
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Seconds after which the CLI is killed.
   * @default 300
   */
  readonly timeoutSeconds?: number;
}

export interface CdkResult {
  /** Exit code; -1 when the CLI was killed. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the real CDK CLI, cut off from the caller's credentials, home, network notices and telemetry.
 * @throws TESTING_PACKAGE_MISSING when `aws-cdk` is not installed
 */
export async function runCdk(args: readonly string[], options: RunCdkOptions): Promise<CdkResult> {
  const cli = resolveCli();
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'difusor-cdk-home-')));
  const app = options.app === undefined ? [] : ['--app', options.app];
  try {
    return await run(
      [cli, ...args, '--no-notices', '--no-color', ...app],
      environment(home, options),
      options,
    );
  } finally {
    if (options.home === undefined) await rm(home, { recursive: true, force: true });
  }
}

function resolveCli(): string {
  try {
    return createRequire(__filename).resolve('aws-cdk/bin/cdk');
  } catch (cause) {
    throw missingPackage('aws-cdk', cause);
  }
}

function environment(home: string, options: RunCdkOptions): Record<string, string> {
  const region = options.region ?? 'us-east-1';
  return {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    CI: 'true',
    AWS_ENDPOINT_URL: options.endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIASTANDIN',
    AWS_SECRET_ACCESS_KEY: 'stand-in',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    ...options.env,
  };
}

function run(
  args: readonly string[],
  env: Record<string, string>,
  options: RunCdkOptions,
): Promise<CdkResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: (options.timeoutSeconds ?? 300) * 1000,
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? -1, ...output });
    });
  });
}
