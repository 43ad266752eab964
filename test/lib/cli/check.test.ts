import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readTemplates } from '../../../lib/cli/read-templates.js';
import { checkDocumentSchema } from '../../../lib/report/index.js';
import { synthesize } from '../../../constructs/stacks/index.js';
import { cli } from '../../support/cli.js';
import { VERACRUZ } from '../../support/server-plan.js';
import { EXAMPLE, exampleFile, examplePlan } from '../../support/example-plan.js';

const NOW = new Date('2027-05-01T12:00:00Z');
const folder = (): string => mkdtempSync(join(tmpdir(), 'difusor-'));

describe('difusor check', () => {
  it('prints the matrix and ends with 0 where every provable clause is met', async () => {
    const { status, out, err } = await cli(['check', '--config', EXAMPLE]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^II\.b +CUMPLIDA/m);
    expect(out).not.toMatch(/INCUMPLIDA|INDETERMINADA/);
  });

  it('keeps to 80 columns', async () => {
    const { out } = await cli(['check', '--config', EXAMPLE]);
    const wide = out.split('\n').filter((line) => [...line].length > 80);
    expect(wide).toEqual([]);
  });

  it('speaks English by option and by variable', async () => {
    const byOption = await cli(['check', '--config', EXAMPLE, '--lang', 'en']);
    const byVariable = await cli(['check', '--config', EXAMPLE], { env: { DIFUSOR_LANG: 'en' } });
    expect(byOption.out).toMatch(/^II\.b +MET/m);
    expect(byVariable.out).toBe(byOption.out);
  });

  it('prints JSON of its versioned schema', async () => {
    const { out } = await cli(['check', '--config', EXAMPLE, '--json']);
    const document = checkDocumentSchema.parse(JSON.parse(out));
    expect(document).toMatchObject({
      schema: 'difusor/check/1',
      convocatoria: { id: 'bcs-2024' },
      today: '2027-05-01',
    });
    expect(document.summary.counts.breached).toBe(0);
  });

  it('finds the file by the variable DIFUSOR', async () => {
    const { status } = await cli(['check'], { env: { DIFUSOR: EXAMPLE } });
    expect(status).toBe(0);
  });

  it('judges somebody’s template instead, and ends with 2 where a clause is breached', async () => {
    const [stack] = synthesize({ plan: examplePlan(), now: NOW });
    const template = JSON.parse(JSON.stringify(stack?.template)) as {
      Resources: Record<string, { Metadata?: object }>;
    };
    for (const resource of Object.values(template.Resources)) delete resource.Metadata;
    const cdkOut = folder();
    writeFileSync(join(cdkOut, 'difusor-bcs-2024.template.json'), JSON.stringify(template));
    const { status, out } = await cli(['check', '--config', EXAMPLE, '--template', cdkOut]);
    expect(status).toBe(2);
    expect(out).toMatch(/^II\.f\.1 +INCUMPLIDA/m);
  });

  test.each([
    ['a path that is not there', () => '/no/such/template.json', 'ENOENT'],
    ['a folder without templates', folder, 'template.json'],
    [
      'JSON that is no template',
      () => {
        const path = join(folder(), 'x.json');
        writeFileSync(path, '[]');
        return path;
      },
      'Resources',
    ],
  ])('refuses %s', async (_name, path, reason) => {
    const { status, err } = await cli(['check', '--config', EXAMPLE, '--template', path()]);
    expect(status).toBe(1);
    expect(err).toContain('TEMPLATE_UNREADABLE');
    expect(err).toContain(reason);
  });

  it('lists every problem of a broken configuration with its place and remedy', async () => {
    const broken = exampleFile({
      'source.host': 'localhost',
      domain: 'prep.example.com',
      edgeCache: 'never',
    });
    const { status, err } = await cli(['check', '--config', broken]);
    expect(status).toBe(1);
    expect(err.match(/difusor\.yaml:\d+:\d+ /g)?.length).toBeGreaterThanOrEqual(3);
    expect(err).toContain('→');
  });

  it('counts a waiver as a waiver and not as met', async () => {
    const waived = exampleFile({
      waivers: [
        { clause: 'II.f.2', reason: 'Acordado con el instituto', owner: 'Dirección', expires: '2027-06-30' },
      ],
      shield: { tier: 'standard' },
    });
    const { status, out } = await cli(['check', '--config', waived]);
    expect(status).toBe(0);
    expect(out).toMatch(/^II\.f\.2 +CUMPLIDA/m);
  });
});

describe('difusor check of a call that knows no pull', () => {
  it('refuses a stack that pulls, whose duties would not be the call’s', async () => {
    const pushed = exampleFile({ convocatoria: 'veracruz-2024', dates: {} });
    const { status, err } = await cli(['check', '--config', pushed]);
    expect(status).toBe(1);
    expect(err).toMatch(/source\n.*veracruz-2024 acepta: push/);
  });
});

describe('difusor check of servers', () => {
  const veracruz = (): string => {
    const path = join(folder(), 'difusor.yaml');
    writeFileSync(path, stringify(VERACRUZ));
    return path;
  };

  it('judges each server’s stack by the duties of its own delivery', async () => {
    const stack = {
      name: 'difusor-veracruz-2024-uno',
      kind: 'terraform' as const,
      template: { resource: {} },
    };
    const asked: unknown[] = [];
    const { out } = await cli(['check', '--config', veracruz(), '--json'], {
      synthesize: (plan) => {
        asked.push(plan.target);
        return Promise.resolve([stack]);
      },
    });
    expect(asked).toEqual(['server']);
    const { delivery, summary } = checkDocumentSchema.parse(JSON.parse(out));
    expect(delivery).toBe('push');
    expect(summary.exitCode).toBe(2);
  });

  it('judges somebody’s Terraform instead', async () => {
    const path = join(folder(), 'servidor.tf.json');
    writeFileSync(path, JSON.stringify({ resource: {} }));
    const { status } = await cli(['check', '--config', veracruz(), '--template', path]);
    expect(status).toBe(2);
  });

  it('refuses templates of AWS and of servers together', async () => {
    const place = folder();
    writeFileSync(join(place, 'a.tf.json'), JSON.stringify({ resource: {} }));
    writeFileSync(join(place, 'a.template.json'), JSON.stringify({ Resources: {} }));
    const { status, err } = await cli(['check', '--config', veracruz(), '--template', place]);
    expect(status).toBe(1);
    expect(err).toMatch(/^USAGE: .*por separado/);
  });
});

describe('difusor check of a folder of several regions', () => {
  it('reads each stack’s region from the assembly’s manifest', async () => {
    const plan = examplePlan({ region: 'mx-central-1', account: '111122223333' });
    const outdir = folder();
    synthesize({ plan, now: NOW }, outdir);
    const config = exampleFile({ region: 'mx-central-1', account: '111122223333' });
    const { status } = await cli(['check', '--config', config, '--template', outdir]);
    expect(status).toBe(0);
    const regions = readTemplates([outdir], '/').map(({ name, region }) => [name, region]);
    expect(Object.fromEntries(regions)).toEqual({
      'difusor-bcs-2024-edge': 'us-east-1',
      'difusor-bcs-2024': 'mx-central-1',
      'difusor-bcs-2024-edge-watch': 'us-east-1',
    });
  });

  it('refuses what is no regular file instead of reading it for ever', async () => {
    const { status, err } = await cli(['check', '--config', EXAMPLE, '--template', '/dev/zero']);
    expect(status).toBe(1);
    expect(err).toContain('TEMPLATE_UNREADABLE');
  });
});

describe('difusor check of the edge function', () => {
  const altered = (change: (code: string) => string): string => {
    const [stack] = synthesize({ plan: examplePlan(), now: NOW });
    const template = JSON.parse(JSON.stringify(stack?.template)) as {
      Resources: Record<string, { Type: string; Properties?: { FunctionCode?: string } }>;
    };
    for (const { Type, Properties } of Object.values(template.Resources)) {
      if (Type !== 'AWS::CloudFront::Function' || Properties?.FunctionCode === undefined) continue;
      Properties.FunctionCode = change(Properties.FunctionCode);
    }
    const path = join(folder(), 'a.template.json');
    writeFileSync(path, JSON.stringify(template));
    return path;
  };

  it('is content where the function is the one that the toolkit ships, whatever its pages say', async () => {
    const { status } = await cli(['check', '--config', EXAMPLE, '--template', altered((code) => code)]);
    expect(status).toBe(0);
  });

  it('never takes somebody else’s function for the gate', async () => {
    const leak = altered((code) =>
      code.replace('{ kind: "page", page: pointer.state, status: 200 }', '{ kind: "rewrite", uri }'),
    );
    const { status, out } = await cli(['check', '--config', EXAMPLE, '--template', leak]);
    expect(status).toBe(2);
    expect(out).toMatch(/^I\.c\.1 +INDETERMINADA/m);
  });
});
