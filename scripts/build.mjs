// Compiles to dist/: the library, the data of the calls, the two bundles that run elsewhere, the JSON Schemas.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [require.resolve('typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
copyConvocatorias();
await bundleWorker();
await bundleEdgeFunction('viewer-request');
await bundleEdgeFunction('frame-request');
copyImages();
await bundlePublisher();
writeSchemas();

/** The data of the calls goes beside the loader that reads it. */
function copyConvocatorias() {
  const from = join(root, 'lib', 'convocatorias');
  cpSync(from, join(dist, 'lib', 'convocatorias'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
}

/** One file with all its dependencies for Lambda's nodejs24.x; the same code as `difusor sync`. */
async function bundleWorker() {
  await build({
    entryPoints: [join(root, 'lib', 'sync', 'lambda.ts')],
    outfile: join(dist, 'assets', 'worker', 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // ssh2 looks for these to go faster, and makes do without them: a function has no compiler's output.
    external: ['*.node', 'cpu-features'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** The build contexts of a server's images; Docker takes programs as executable as they are here. */
function copyImages() {
  const from = join(root, 'constructs', 'server');
  for (const service of readdirSync(from)) {
    const image = join(service, 'image');
    if (!existsSync(join(from, image))) continue;
    cpSync(join(from, image), join(dist, 'constructs', 'server', image), { recursive: true });
  }
}

/** The command line as one file, so that the publisher's image is built without a registry of packages. */
async function bundlePublisher() {
  const context = join(dist, 'constructs', 'server', 'publisher', 'image');
  await build({
    entryPoints: [join(root, 'bin', 'difusor.ts')],
    outfile: join(context, 'difusor', 'difusor.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // What synthesizes is of no use in a container that publishes.
    external: ['*.node', 'cpu-features', 'aws-cdk-lib', 'aws-cdk-lib/*', 'cdktf', 'constructs', '@cdktf/*'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  cpSync(join(dist, 'lib', 'convocatorias'), join(context, 'difusor'), {
    recursive: true,
    filter: (path) => !/\.(?:js|d\.ts)(?:\.map)?$/.test(path),
  });
}

/** The cloudfront-js-2.0 runtime wants one script with a function `handler`, an import, and no export. */
async function bundleEdgeFunction(name) {
  const outfile = join(dist, 'assets', `${name}.js`);
  await build({
    entryPoints: [join(root, 'lib', 'edge', `${name}.ts`)],
    outfile,
    bundle: true,
    external: ['cloudfront'],
    format: 'esm',
    target: 'es2018',
    supported: { 'object-extensions': false },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const script = readFileSync(outfile, 'utf8').replace(/^export\s*\{[^}]*\};\n?/m, '');
  writeFileSync(outfile, script.replace(/^\s*\/\/.*\n/gm, ''));
}

/** JSON Schemas for editors, generated from the zod schemas that read the files. */
function writeSchemas() {
  const { convocatoriaJsonSchema, clausesJsonSchema } = require(
    join(dist, 'lib', 'convocatorias', 'index.js'),
  );
  const { difusorJsonSchema } = require(join(dist, 'lib', 'config', 'index.js'));
  const { checkJsonSchema } = require(join(dist, 'lib', 'report', 'index.js'));
  const schemas = {
    convocatoria: convocatoriaJsonSchema(),
    clauses: clausesJsonSchema(),
    difusor: difusorJsonSchema(),
    check: checkJsonSchema(),
  };
  mkdirSync(join(dist, 'schema'), { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(dist, 'schema', `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
