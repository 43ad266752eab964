import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DifusorApp } from './support/difusor-app.js';
import { exampleConfig } from './support/example-config.js';
import { describePart } from './support/part.js';

interface Match {
  readonly Level: 'Error' | 'Warning' | 'Informational';
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Filename: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
}

/** Synthesis asks AWS nothing: were it to, this address would refuse it. */
const NO_AWS = { url: 'http://127.0.0.1:9' };

describePart('cfn-lint', ['cfnLint'], () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-lint-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['us-east-1 alone', 'us-east-1', 1],
    ['mx-central-1 with its edge in us-east-1', 'mx-central-1', 3],
  ])('finds no error in the templates of examples/bcs in %s', async (_, region, stacks) => {
    const config = exampleConfig(folder, region, region === 'us-east-1' ? {} : { region });
    const assembly = await new DifusorApp(NO_AWS, folder).synth(config);
    const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
    expect(templates).toHaveLength(stacks);
    expect(templates.flatMap((name) => errors(join(assembly, name)))).toEqual([]);
  });

  test('finds an error where there is one', () => {
    const broken = join(__dirname, 'support', 'broken.template.json');
    expect(errors(broken)).toEqual([expect.stringMatching(/^E3002 .*Websites/)]);
  });
});

/** Errors of one template, a line each. */
function errors(template: string): string[] {
  const { stdout, stderr, status } = spawnSync('cfn-lint', ['--format', 'json', '--template', template], {
    encoding: 'utf8',
  });
  // 0 without findings; of the bits 2, 4, 8 one for errors, warnings, information; 1 when it could not run.
  if (status === null || status === 1) throw new Error(`cfn-lint ended with ${String(status)}: ${stderr}`);
  return (JSON.parse(stdout) as Match[])
    .filter(({ Level }) => Level === 'Error')
    .map(({ Rule, Message, Location }) => `${Rule.Id} ${Location.Path.join('/')}: ${Message}`);
}
