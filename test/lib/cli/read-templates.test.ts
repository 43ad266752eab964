import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplates } from '../../../lib/cli/read-templates.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { thrownBy } from '../../support/thrown.js';

const directory = useTemporaryDirectory();

const TERRAFORM = { resource: { docker_network: { red: { name: 'prep' } } } };
const TEMPLATE = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };

function write(name: string, content: unknown = TEMPLATE): string {
  const path = join(directory(), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const refusal = (...paths: string[]): unknown => thrownBy(() => readTemplates(paths, directory()));

describe('readTemplates', () => {
  it.each([
    ['site.template.json', 'site'],
    ['site.json', 'site'],
    ['site.prod.template.json', 'site.prod'],
    ['site', 'site'],
  ])('calls the template of %s %s, in the region of CloudFront', (file, name) => {
    expect(readTemplates([write(file)], '/')).toEqual([{ name, region: 'us-east-1', template: TEMPLATE }]);
  });

  it('reads every template of a folder and nothing else that lies in it', () => {
    write('a.template.json');
    write('b.template.json');
    write('manifest.json', { version: '1' });
    write('a.assets.json', { files: {} });
    const names = readTemplates([directory()], '/').map(({ name }) => name);
    expect(names.sort()).toEqual(['a', 'b']);
  });

  it.each([
    ['aws://111122223333/mx-central-1', 'mx-central-1'],
    ['aws://unknown-account/us-west-2', 'us-west-2'],
    ['aws://unknown-account/unknown-region', 'us-east-1'],
    ['elsewhere', 'us-east-1'],
  ])('takes the region of %s from the manifest beside the template as %s', (environment, region) => {
    const path = write('site.template.json');
    const properties = { templateFile: 'site.template.json' };
    write('manifest.json', { artifacts: { tree: {}, site: { environment, properties } } });
    expect(readTemplates([directory()], '/')).toEqual([{ name: 'site', region, template: TEMPLATE }]);
    expect(readTemplates([path], '/')[0]?.region).toBe(region);
  });

  it('gives each of several stacks its own region, and that of none to a template that the manifest lacks', () => {
    for (const name of ['edge', 'home', 'other']) write(`${name}.template.json`);
    const artifact = (name: string, region: string): object => ({
      environment: `aws://111122223333/${region}`,
      properties: { templateFile: `${name}.template.json` },
    });
    const artifacts = { a: artifact('edge', 'us-east-1'), b: artifact('home', 'mx-central-1') };
    write('manifest.json', { artifacts });
    const regions = readTemplates([directory()], '/').map(({ name, region }) => [name, region]);
    expect(Object.fromEntries(regions)).toEqual({
      edge: 'us-east-1',
      home: 'mx-central-1',
      other: 'us-east-1',
    });
  });

  it('takes paths from the working directory, files and folders in the order given', () => {
    mkdirSync(join(directory(), 'cdk.out'));
    write('cdk.out/site.template.json');
    write('edge.json');
    const names = readTemplates(['edge.json', 'cdk.out'], directory()).map(({ name }) => name);
    expect(names).toEqual(['edge', 'site']);
  });

  it('reads the stack of each server from the folder that cdktf leaves, with the user data beside it', () => {
    mkdirSync(join(directory(), 'cdktf.out/stacks/prep-uno'), { recursive: true });
    mkdirSync(join(directory(), 'cdktf.out/stacks/prep-dos'));
    const stack = write('cdktf.out/stacks/prep-uno/cdk.tf.json', TERRAFORM);
    write('cdktf.out/stacks/prep-uno/user-data.yaml', '#cloud-config\n');
    write('cdktf.out/stacks/prep-dos/cdk.tf.json', TERRAFORM);
    write('cdktf.out/stacks/manifest.json', { stacks: {} });
    const [uno, dos] = [
      { name: 'prep-uno', kind: 'terraform', template: TERRAFORM, cloudInit: '#cloud-config\n' },
      { name: 'prep-dos', kind: 'terraform', template: TERRAFORM },
    ];
    expect(readTemplates([stack], '/')).toEqual([uno]);
    expect(readTemplates(['cdktf.out/stacks/prep-uno'], directory())).toEqual([uno]);
    const all = readTemplates(['cdktf.out'], directory());
    expect(all).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining([uno, dos]));
  });

  it('takes somebody’s own Terraform in JSON by its file’s name', () => {
    expect(readTemplates([write('servidor.tf.json', TERRAFORM)], '/')).toEqual([
      { name: 'servidor', kind: 'terraform', template: TERRAFORM },
    ]);
  });

  it.each<[string, () => string, string]>([
    ['a stack of Terraform without resources', () => write('x.tf.json', TEMPLATE), 'resource'],
    ['a path that is not there', () => 'missing.json', 'ENOENT'],
    ['a folder without templates', () => directory(), '*.template.json, *.tf.json'],
    ['a list', () => write('list.json', []), 'Resources'],
    ['nothing but null', () => write('null.json', 'null'), 'Resources'],
    ['a text', () => write('text.json', '"Resources"'), 'Resources'],
    ['JSON without resources', () => write('package.json', { name: 'x' }), 'Resources'],
  ])('refuses %s, and says which path and why', (_what, path, reason) => {
    const given = path();
    expect(refusal(given)).toMatchObject({ code: 'TEMPLATE_UNREADABLE', params: { path: given, reason } });
  });

  it('refuses what is no JSON with the parser’s own word, and keeps its error as the cause', () => {
    const path = write('broken.json', '{"Resources":');
    expect(refusal(path)).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { path, reason: expect.stringMatching(/JSON/) },
      cause: expect.any(SyntaxError),
    });
  });

  it('refuses a folder that is named like a template', () => {
    const path = join(directory(), 'x.template.json');
    mkdirSync(path);
    expect(refusal(directory())).toMatchObject({ code: 'TEMPLATE_UNREADABLE', params: { path } });
  });

  it('refuses what is larger than any template before it reads it', () => {
    const path = write('large.json');
    truncateSync(path, 16 * 1024 * 1024 + 1);
    expect(refusal(path)).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { path, reason: '> 16 MiB' },
    });
  });

  it('refuses a manifest that is no JSON, since regions may hide in it', () => {
    const path = write('manifest.json', '{');
    expect(refusal(write('site.template.json'))).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
      params: { path },
    });
  });

  it('refuses all where one of several is no template', () => {
    expect(refusal(write('a.json'), write('b.json', {}))).toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
  });
});

describe('readTemplates beside a manifest that is not the CDK’s', () => {
  test.each(['null', '[]', '{"artifacts":null}', '{"artifacts":{"x":null}}'])(
    'takes %s for no region',
    (manifest) => {
      const folder = directory();
      writeFileSync(join(folder, 'manifest.json'), manifest);
      writeFileSync(join(folder, 'a.template.json'), '{"Resources":{}}');
      expect(readTemplates([folder], '/')).toEqual([
        { name: 'a', region: 'us-east-1', template: { Resources: {} } },
      ]);
    },
  );
});
