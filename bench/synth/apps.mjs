// The two apps and the two ways of synthesizing them, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const cli = require.resolve('aws-cdk/bin/cdk');
const config = 'examples/bcs/difusor.yaml';

/** Script of each app, from the package's root, with what it is told beyond its own text. */
export const APPS = {
  difusor: { script: 'dist/bin/aws.js', args: ['-c', `difusor=${config}`], env: { DIFUSOR: config } },
  bare: { script: relative(root, require.resolve('./bare-app.cjs')), args: [], env: {} },
};

/** How an app is run: through the real CLI, or by itself. */
export const WAYS = {
  'cdk synth': ({ script, args }, out) => ({
    argv: [cli, 'synth', '--quiet', '--no-notices', '--app', `node ${script}`, '--output', out, ...args],
    env: {},
  }),
  'node app': ({ script, env }, out) => ({ argv: [script], env: { ...env, CDK_OUTDIR: out } }),
};

/**
 * Synthesizes one app into an emptied folder.
 * @returns seconds of the whole process, from its start to its end
 */
export function synthesize(appName, way, { home, out }) {
  const app = APPS[appName];
  if (!existsSync(join(root, app.script)))
    throw new Error(`${app.script} is not there: run \`npm run build\` first`);
  rmSync(out, { recursive: true, force: true });
  const { argv, env } = WAYS[way](app, out);
  const start = performance.now();
  const child = spawnSync(process.execPath, argv, {
    cwd: root,
    env: { ...environment(home), ...env },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (child.status === 0) return seconds;
  const why =
    child.error?.message ?? `status ${child.status ?? child.signal}\n${child.stdout}${child.stderr}`;
  throw new Error(`${way} of ${app.script} failed: ${why}`);
}

/** Nothing of the caller's own but PATH: no credentials, no CDK settings; the validation engine stays on. */
function environment(home) {
  return {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
