import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const ROOT = join(__dirname, '../../..');
const folder = useTemporaryDirectory();

const MAY = 'constructs/server/stack/difusor-server.ts';
const MAY_NOT = [
  'bin/server.ts',
  'constructs/aws/difusor-site.ts',
  'constructs/server/service/service.ts',
  'constructs/server/web/nginx-conf.ts',
  'lib/compliance/collectors/terraform/index.ts',
  'lib/config/plan.ts',
];

it('lets constructs/server/stack import cdktf, and nothing else', () => {
  for (const name of ['node_modules', 'tsconfig.json']) symlinkSync(join(ROOT, name), join(folder(), name));
  for (const path of [MAY, ...MAY_NOT]) {
    mkdirSync(join(folder(), dirname(path)), { recursive: true });
    writeFileSync(join(folder(), path), "import { App } from 'cdktf';\nnew App();\n");
  }
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const args = [cli, '--config', config, '--output-type', 'json', 'bin', 'constructs', 'lib'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: folder(),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { summary } = JSON.parse(stdout) as Cruise;
  const broken = summary.violations.filter(({ rule }) => rule.name === 'cdktf-in-server-alone');
  expect(broken.map(({ from }) => from).sort()).toEqual(MAY_NOT);
});

interface Cruise {
  readonly summary: { readonly violations: readonly { from: string; rule: { name: string } }[] };
}
